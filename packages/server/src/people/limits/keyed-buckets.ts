import { TokenBucket } from './token-bucket.ts';

interface KeyedBucketsOptions {
  readonly burst: number;
  readonly perMinute: number;
  /** So many keys are remembered at most. */
  readonly most?: number;
}

/** A bucket for each key, in bounded memory: those that were used longest ago are forgotten first. */
export class KeyedBuckets {
  readonly #options: Required<KeyedBucketsOptions>;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(options: KeyedBucketsOptions) {
    this.#options = { most: 20_000, ...options };
  }

  get size(): number {
    return this.#buckets.size;
  }

  /** `now` in ms. */
  has(key: string, now: number): boolean {
    return this.#buckets.get(key)?.has(now) ?? true;
  }

  take(key: string, now: number): boolean {
    const { burst, perMinute, most } = this.#options;
    const bucket = this.#buckets.get(key) ?? new TokenBucket(burst, perMinute / 60);
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > most) {
      const [oldest] = this.#buckets.keys();
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
    return bucket.take(now);
  }

  /** What was taken was not meant to be counted. */
  giveBack(key: string): void {
    this.#buckets.get(key)?.giveBack();
  }
}
