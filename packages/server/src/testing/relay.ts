import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A network between a page and a server, which can go dead without a word, as a phone's does in a lift. */
export class Relay {
  readonly url: string;
  readonly #server: Server;
  /** To pages, and to the server. */
  readonly #sockets: ReadonlySet<Socket>;
  readonly #far: WeakSet<Socket>;

  private constructor(server: Server, sockets: ReadonlySet<Socket>, far: WeakSet<Socket>) {
    this.#server = server;
    this.#sockets = sockets;
    this.#far = far;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async to(url: string): Promise<Relay> {
    const sockets = new Set<Socket>();
    const keep = (socket: Socket): Socket => {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      return socket.on('close', () => sockets.delete(socket));
    };
    const fars = new WeakSet<Socket>();
    const server = createServer(near => {
      const far = keep(connect(Number(new URL(url).port), '127.0.0.1'));
      fars.add(far);
      keep(near).pipe(far).pipe(near);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return new Relay(server, sockets, fars);
  }

  /** From now on nothing goes through, and nobody is told. */
  die(): void {
    for (const socket of this.#sockets) socket.unpipe();
  }

  /** Pages that are there now take nothing any more, and go on asking: what is said to them piles up. */
  clog(): void {
    for (const socket of this.#sockets) if (this.#far.has(socket)) socket.unpipe();
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}
