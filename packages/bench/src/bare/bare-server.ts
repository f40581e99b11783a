import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { BareRooms } from './bare-rooms.ts';

const page = (script: string) => `<!doctype html>
<meta charset="utf-8">
<title>Bare</title>
<body>
<button id="propose">Propose</button>
<button id="accept">Accept</button>
<video id="local" autoplay muted playsinline></video>
<video id="remote" autoplay playsinline></video>
<script type="module">${script.replaceAll('</script', '<\\/script')}</script>
`;

/** Serves one page, relays between the two that are in the same room, and has mediasoup's rooms behind it. */
export class BareServer {
  readonly #http: HttpServer;
  readonly #sockets: Server;
  readonly #rooms: BareRooms | undefined;

  private constructor(http: HttpServer, sockets: Server, rooms: BareRooms | undefined) {
    this.#http = http;
    this.#sockets = sockets;
    this.#rooms = rooms;
  }

  static async start(script: string, media: 'p2p' | 'sfu'): Promise<BareServer> {
    const rooms = media === 'sfu' ? await BareRooms.start() : undefined;
    const html = page(script);
    const http = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
    });
    const sockets = new Server(http);
    sockets.on('connection', async socket => {
      const { room: asked } = socket.handshake.query;
      const room = String(asked);
      await socket.join(room);
      socket.on('propose', () => socket.to(room).emit('proposed'));
      socket.on('accept', () => socket.to(room).emit('accepted'));
      socket.on('signal', signal => socket.to(room).emit('signal', signal));
      rooms?.serve(socket, room);
    });
    await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
    return new BareServer(http, sockets, rooms);
  }

  get url(): string {
    const { port } = this.#http.address() as AddressInfo;
    return `http://localhost:${port}/`;
  }

  async close(): Promise<void> {
    this.#rooms?.close();
    await this.#sockets.close();
  }
}
