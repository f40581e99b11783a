import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A network between a page and a server, which can go dead without a word, as a phone's does in a lift. */
export class Relay {
  readonly url: string;
  readonly #server: Server;
  readonly #sockets: ReadonlySet<Socket>;

  private constructor(server: Server, sockets: ReadonlySet<Socket>) {
    this.#server = server;
    this.#sockets = sockets;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async to(url: string): Promise<Relay> {
    const sockets = new Set<Socket>();
    const keep = (socket: Socket): Socket => {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      return socket.on('close', () => sockets.delete(socket));
    };
    const server = createServer(near => {
      const far = keep(connect(Number(new URL(url).port), '127.0.0.1'));
      keep(near).pipe(far).pipe(near);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return new Relay(server, sockets);
  }

  /** From now on nothing goes through, and nobody is told. */
  die(): void {
    for (const socket of this.#sockets) socket.unpipe();
  }

  /** Nothing is read from now on: what is sent piles up. */
  clog(): void {
    for (const socket of this.#sockets) socket.unpipe().pause();
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}
