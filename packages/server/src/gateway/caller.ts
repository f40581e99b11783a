import type { EventName, EventPayload } from '@eyeline/protocol';
import type { Identity } from '../people/identity.ts';
import { TokenBucket } from '../people/token-bucket.ts';

type Emit = (name: EventName, payload: object) => void;

interface CallerOptions {
  readonly address: string;
  readonly emit: Emit;
  readonly burst: number;
  readonly perSecond: number;
}

/** One connected page: who it is, how fast it may ask, and how it is told something. */
export class Caller {
  readonly address: string;
  readonly bucket: TokenBucket;
  /** Set by `Callers` alone. */
  identity: Identity | null = null;
  isConnected = true;
  /** When it last gave a sign of life, on the clock of `performance.now()`. */
  heardAt = performance.now();
  readonly #emit: Emit;
  #holds = 0;
  readonly #held: (() => void)[] = [];

  constructor({ address, emit, burst, perSecond }: CallerOptions) {
    this.address = address;
    this.#emit = emit;
    this.bucket = new TokenBucket(burst, perSecond);
  }

  heard(now: number): void {
    this.heardAt = now;
  }

  tell<N extends EventName>(name: N, payload: EventPayload<N>): void {
    if (this.#holds > 0) this.#held.push(() => this.#emit(name, payload));
    else this.#emit(name, payload);
  }

  /** Keeps back what is told, until as many releases: what follows a reply must not come before it. */
  hold(): void {
    this.#holds += 1;
  }

  release(): void {
    this.#holds -= 1;
    if (this.#holds > 0) return;
    for (const emit of this.#held.splice(0)) emit();
  }
}
