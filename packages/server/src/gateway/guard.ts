import { TokenBucket } from '../people/limits/token-bucket.ts';
import type { ClosedBecause } from './socket-counts.ts';
import { type Connection, webSocketOf } from './websocket.ts';

interface GuardOptions {
  readonly frameBurst: number;
  readonly framesPerSecond: number;
  readonly waitingBytes: number;
}

interface Packet {
  readonly data?: string | ArrayBuffer | ArrayBufferView;
}

/** What one connection may cost: how much it says, and how much waits for it. Whoever goes beyond is cut off. */
export class Guard {
  readonly #connection: Connection;
  readonly #options: GuardOptions;
  #queued = 0;
  #endsBecause: ClosedBecause | null = null;

  constructor(connection: Connection, options: GuardOptions) {
    this.#connection = connection;
    this.#options = options;
    const frames = new TokenBucket(options.frameBurst, options.framesPerSecond);
    const count = () => {
      if (!frames.take(performance.now())) this.cut('too-many-frames');
    };
    // All of them: also those to which nothing is answered, and those that are none.
    connection.on('packet', count);
    // `ws` answers these by itself.
    webSocketOf(connection).on('ping', count);
    webSocketOf(connection).on('pong', count);
    // Before engine.io, which forgets what it was.
    webSocketOf(connection).prependListener('error', error => {
      this.#endsBecause ??= faultOf(error);
    });
    connection.on('packetCreate', ({ data }: Packet) => {
      this.#queued += typeof data === 'string' ? data.length : (data?.byteLength ?? 0);
    });
    // engine.io has handed all of it to `ws`.
    connection.on('flush', () => {
      this.#queued = 0;
    });
  }

  /** Bytes that were said to the page and that it has not taken. */
  get waiting(): number {
    return this.#queued + webSocketOf(this.#connection).bufferedAmount;
  }

  /** Why it ends or has ended; null where the other side or the network did it. */
  get endsBecause(): ClosedBecause | null {
    return this.#endsBecause;
  }

  /** May the page be told more? Where it may not, it is cut off: when it comes back it catches up. */
  hasRoom(): boolean {
    if (this.waiting <= this.#options.waitingBytes) return this.#endsBecause === null;
    this.cut('not-reading');
    return false;
  }

  cut(because: ClosedBecause): void {
    if (this.#endsBecause) return;
    this.#endsBecause = because;
    webSocketOf(this.#connection).terminate();
  }

  /** When what was said last is on its way. */
  close(because: ClosedBecause): void {
    this.#endsBecause ??= because;
    this.#connection.close();
  }
}

/** What `ws` says of frames that it does not take; null for a network's fault. */
function faultOf(error: Error): ClosedBecause | null {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') return 'too-large';
  return code.startsWith('WS_ERR_') ? 'malformed' : null;
}
