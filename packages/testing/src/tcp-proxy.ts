import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A network between a client and a server that can be made to fail. */
export class TcpProxy {
  readonly #server: Server;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #isSilent = false;
  /** Asked for everything that the client sends: is the line cut before the server has it, or after? */
  cutAt: (sent: Buffer) => 'before' | 'after' | null = () => null;

  private constructor(port: number) {
    this.#server = createServer(client => this.#join(client, connect(port, '127.0.0.1')));
  }

  static async to(port: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(port);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Nothing comes through, and nobody is told. */
  set isSilent(isSilent: boolean) {
    this.#isSilent = isSilent;
    for (const pair of this.#pairs) for (const socket of pair) isSilent ? socket.pause() : socket.resume();
  }

  cut(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client: Socket, server: Socket): void {
    const pair = [client, server] as const;
    this.#pairs.add(pair);
    for (const socket of pair) {
      // The end of one is the end of both.
      socket.on('error', () => {});
      socket.on('close', () => {
        for (const one of pair) one.end();
        this.#pairs.delete(pair);
      });
    }
    client.on('data', sent => {
      const cut = this.cutAt(sent);
      if (cut === 'before') client.destroy();
      // What the server answers then, nobody hears.
      else server.write(sent, () => cut && client.destroy());
    });
    server.on('data', answer => client.write(answer));
    if (this.#isSilent) for (const socket of pair) socket.pause();
  }
}
