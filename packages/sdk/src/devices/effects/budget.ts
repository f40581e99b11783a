/** How high the picture may be, in px: more is not seen behind a blur. A browser that is too slow for one takes the next. */
const heights = [540, 360, 240, 160] as const;
/** How long one picture may take, in ms: 15 pictures a second are left. */
const pictureBudgetMs = 66;
/** Of the lowest: fewer than one a second show nobody anything. */
const limitMs = 1000;
/** How long it may be exceeded, in ms. */
const graceMs = 3000;

/** What an effect may cost: first it gets smaller and slower, and only where that does not do it ends. */
export class EffectBudget {
  #level = 0;
  #overSince: number | null = null;
  #average: number | null = null;

  get maxHeight(): number {
    return heights[this.#level] ?? heights[0];
  }

  /** One picture took so long; `now` is a clock of any beginning. Is this browser too slow even for the lowest? */
  isExceeded(tookMs: number, now: number): boolean {
    this.#average = this.#average === null ? tookMs : this.#average * 0.8 + tookMs * 0.2;
    const isLowest = this.#level === heights.length - 1;
    if (this.#average <= (isLowest ? limitMs : pictureBudgetMs)) this.#overSince = null;
    else this.#overSince ??= now;
    if (this.#overSince === null || now - this.#overSince < graceMs) return false;
    if (isLowest) return true;
    this.#level += 1;
    this.#overSince = null;
    this.#average = null;
    return false;
  }
}
