import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SOCKET_PATH } from '@eyeline/protocol';
import { Server, type Socket } from 'socket.io';

/** A real socket.io server that says only what a test makes it say. */
export class TestServer {
  readonly #http: HttpServer;
  readonly #io: Server;

  private constructor(http: HttpServer, io: Server) {
    this.#http = http;
    this.#io = io;
  }

  static async start(onSocket: (socket: Socket) => void, port = 0): Promise<TestServer> {
    const http = createServer();
    const io = new Server(http, { path: SOCKET_PATH, transports: ['websocket'] });
    io.on('connection', onSocket);
    await new Promise<void>(resolve => http.listen(port, '127.0.0.1', resolve));
    return new TestServer(http, io);
  }

  /** Asked about every socket before it is let in, as a gateway does with versions. */
  guard(refusal: () => Error | undefined): void {
    this.#io.use((_socket, next) => next(refusal()));
  }

  get port(): number {
    const address = this.#http.address() as AddressInfo;
    return address.port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** As a process that is killed: sockets break off without a word. */
  async kill(): Promise<void> {
    for (const socket of this.#io.sockets.sockets.values()) socket.conn.close(true);
    await this.#io.close();
  }

  async stop(): Promise<void> {
    await this.#io.close();
  }
}
