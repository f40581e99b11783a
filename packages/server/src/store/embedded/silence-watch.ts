/** Notices when an answer is outstanding and nothing is said for too long. */
export class SilenceWatch {
  readonly #limitMs: number;
  readonly #onSilence: () => void;
  #timer: NodeJS.Timeout | undefined;
  #check: NodeJS.Immediate | undefined;

  constructor(limitMs: number, onSilence: () => void) {
    this.#limitMs = limitMs;
    this.#onSilence = onSilence;
  }

  /** An answer is waited for; the limit counts from the first one that is. */
  expect(): void {
    this.#timer ??= setTimeout(() => {
      // The process may have been stopped meanwhile, and the answer be there already.
      this.#check = setImmediate(this.#onSilence);
    }, this.#limitMs);
  }

  /** One came. `isMoreOutstanding`: another one is waited for from now on. */
  answered(isMoreOutstanding: boolean): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#check);
    this.#timer = undefined;
    if (isMoreOutstanding) this.expect();
  }
}
