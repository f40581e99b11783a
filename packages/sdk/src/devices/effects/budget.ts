/** How long one picture may take, in ms: 15 pictures a second are left. */
const pictureBudgetMs = 66;
/** How long it may be exceeded, in ms. */
const graceMs = 3000;

/** Tells when a browser has been too slow for an effect for too long. */
export class EffectBudget {
  #overSince: number | null = null;
  #average: number | null = null;

  /** One picture took so long; `now` is a clock of any beginning. Is it enough? */
  isExceeded(tookMs: number, now: number): boolean {
    this.#average = this.#average === null ? tookMs : this.#average * 0.8 + tookMs * 0.2;
    if (this.#average <= pictureBudgetMs) this.#overSince = null;
    else this.#overSince ??= now;
    return this.#overSince !== null && now - this.#overSince >= graceMs;
  }
}
