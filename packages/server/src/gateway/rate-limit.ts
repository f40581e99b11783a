import { TokenBucket } from '../people/token-bucket.ts';

const leastKept = 1000;

/** How often something may be done for each key: so many at once, then so many a minute. */
export class RateLimit {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #buckets = new Map<string, TokenBucket>();
  /** With so many buckets those are looked for that remember nothing; twice what was left then. */
  #sweepAbove = leastKept;

  constructor(burst: number, perMinute: number) {
    this.#burst = burst;
    this.#perSecond = perMinute / 60;
  }

  /** How many keys it remembers. */
  get size(): number {
    return this.#buckets.size;
  }

  /** `now` in ms, from any clock that does not go backwards. */
  take(key: string, now: number): boolean {
    const bucket = this.#buckets.get(key) ?? new TokenBucket(this.#burst, this.#perSecond);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > this.#sweepAbove) this.#sweep(now);
    return bucket.take(now);
  }

  #sweep(now: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(key);
    this.#sweepAbove = Math.max(leastKept, 2 * this.#buckets.size);
  }
}
