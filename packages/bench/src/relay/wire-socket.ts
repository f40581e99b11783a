import { once } from 'node:events';
import { WebSocket } from 'ws';

type Answer = (values: readonly unknown[]) => void;

/**
 * A page's side of socket.io and no more than the load generator needs: it writes frames and reads answers. A whole client
 * costs more than a bare server does, and would be measured in its place.
 */
export class WireSocket {
  readonly #socket: WebSocket;
  readonly #answers = new Map<number, Answer>();
  #lastId = 0;
  /** How many events it was told. */
  received = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** Resolves when it is a page of the server's. */
  static async open(url: string, path: string, auth: object): Promise<WireSocket> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}${path}/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
      skipUTF8Validation: true,
    });
    const [hello] = await once(socket, 'message');
    if (!String(hello).startsWith('0')) throw new Error(`No engine.io: ${hello}`);
    socket.send(`40${JSON.stringify(auth)}`);
    const [welcome] = await once(socket, 'message');
    if (!String(welcome).startsWith('40')) throw new Error(`Not admitted: ${welcome}`);
    const wire = new WireSocket(socket);
    socket.on('message', data => wire.#read(String(data)));
    return wire;
  }

  /** Resolves with what it is answered. */
  ask(name: string, input: unknown): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#socket.send(`42${id}${JSON.stringify([name, input])}`);
    return new Promise(resolve => this.#answers.set(id, ([value]) => resolve(value)));
  }

  close(): void {
    this.#socket.terminate();
  }

  #read(frame: string): void {
    if (frame === '2') this.#socket.send('3');
    else if (frame.startsWith('42')) this.received += 1;
    else if (frame.startsWith('43')) {
      const begin = frame.indexOf('[');
      const id = Number(frame.slice(2, begin));
      this.#answers.get(id)?.(JSON.parse(frame.slice(begin)));
      this.#answers.delete(id);
    }
  }
}
