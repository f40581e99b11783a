import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';

/** Speaks INSTREAM as ClamAV's daemon does (clamd(8)): what holds `EICAR` is bad. */
export class FakeScanner {
  /** What it was given, whole. */
  readonly seen: Buffer[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(socket => {
      let held = Buffer.alloc(0);
      socket.on('error', () => {});
      socket.on('data', (data: Buffer) => {
        held = Buffer.concat([held, data]);
        const content = streamIn(held);
        if (!content) return;
        this.seen.push(content);
        socket.end(content.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
      });
    });
  }

  static async start(): Promise<FakeScanner> {
    const scanner = new FakeScanner();
    await new Promise<void>(resolve => scanner.#server.listen(0, '127.0.0.1', resolve));
    return scanner;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  stop(): Promise<void> {
    return new Promise(resolve => this.#server.close(() => resolve()));
  }
}

/** Null as long as it is not whole. */
function streamIn(held: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (held.length < command.length) return null;
  if (held.subarray(0, command.length).toString() !== command) throw new Error('another command');
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= held.length; ) {
    const length = held.readUInt32BE(at);
    at += 4;
    if (length === 0) return Buffer.concat(pieces);
    if (at + length > held.length) return null;
    pieces.push(held.subarray(at, at + length));
    at += length;
  }
  return null;
}
