/** So many at once, then so many a second. */
export class TokenBucket {
  readonly #capacity: number;
  readonly #perMs: number;
  #tokens: number;
  #at = 0;

  constructor(capacity: number, perSecond: number) {
    this.#capacity = capacity;
    this.#perMs = perSecond / 1000;
    this.#tokens = capacity;
  }

  /** `now` in ms, from any clock that does not go backwards. */
  take(now: number): boolean {
    this.#tokens = this.#level(now);
    this.#at = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  has(now: number): boolean {
    return this.#level(now) >= 1;
  }

  giveBack(): void {
    this.#tokens = Math.min(this.#capacity, this.#tokens + 1);
  }

  #level(now: number): number {
    return Math.min(this.#capacity, this.#tokens + Math.max(0, now - this.#at) * this.#perMs);
  }
}
