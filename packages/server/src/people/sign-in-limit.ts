import { TokenBucket } from './token-bucket.ts';

const forgetAbove = 1000;

/** How often somebody may try to sign in from one address under one user name. */
export class SignInLimit {
  readonly #burst: number;
  readonly #perMinute: number;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(burst: number, perMinute: number) {
    this.#burst = burst;
    this.#perMinute = perMinute;
  }

  /** `now` in ms. */
  take(address: string, username: string, now: number): boolean {
    const key = JSON.stringify([address, username.toLowerCase()]);
    const bucket = this.#buckets.get(key) ?? new TokenBucket(this.#burst, this.#perMinute / 60);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > forgetAbove) this.#forget(now);
    return bucket.take(now);
  }

  #forget(now: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(key);
  }
}
