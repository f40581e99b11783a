import type { EntryPointId, EventName, EventPayload } from '@eyeline/protocol';
import type { Identity } from './identity.ts';
import { addressGroup } from './limits/address-group.ts';
import { TokenBucket } from './limits/token-bucket.ts';

type Emit = (name: EventName, payload: object) => void;

interface CallerOptions {
  readonly address: string;
  /** Of the page; undefined where it is no browser's. */
  readonly origin?: string | undefined;
  /** The same on every connection of one page; undefined where it does not say. */
  readonly pageId?: string | undefined;
  readonly emit: Emit;
  readonly burst: number;
  readonly perSecond: number;
  /** The application that came for the customer, and was let in by its key; undefined for pages. */
  readonly application?: string | undefined;
  readonly onIdentified?: (identity: Identity | null) => void;
}

/** One connected page: who it is, how fast it may ask, and how it is told something. */
export class Caller {
  readonly address: string;
  /** What is counted as one visitor's line: see `addressGroup`. */
  readonly network: string;
  readonly origin: string | undefined;
  readonly pageId: string | undefined;
  readonly application: string | undefined;
  readonly bucket: TokenBucket;
  isConnected = true;
  /** Where a customer's page came in; null where it did not yet, and for all others. */
  entryPointId: EntryPointId | null = null;
  /** A customer's token is good until then, UTC ms. */
  goodUntil = Number.POSITIVE_INFINITY;
  /** When it last gave a sign of life, on the clock of `performance.now()`. */
  receivedAt = performance.now();
  readonly #emit: Emit;
  readonly #onIdentified: CallerOptions['onIdentified'];
  #identity: Identity | null = null;
  #holds = 0;
  readonly #held: (() => void)[] = [];

  constructor({ address, origin, pageId, application, emit, burst, perSecond, onIdentified }: CallerOptions) {
    this.address = address;
    this.network = addressGroup(address);
    this.origin = origin;
    this.pageId = pageId;
    this.application = application;
    this.#emit = emit;
    this.#onIdentified = onIdentified;
    this.bucket = new TokenBucket(burst, perSecond);
  }

  get identity(): Identity | null {
    return this.#identity;
  }

  /** For `Callers` alone. */
  become(identity: Identity | null): void {
    this.#identity = identity;
    this.#onIdentified?.(identity);
  }

  received(now: number): void {
    this.receivedAt = now;
  }

  notify<N extends EventName>(name: N, payload: EventPayload<N>): void {
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
