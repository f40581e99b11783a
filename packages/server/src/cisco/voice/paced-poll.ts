export interface PacedPollOptions {
  readonly poll: () => Promise<void>;
  /** Between two, at least. */
  readonly everyMs: number;
  readonly onFault: (error: unknown) => void;
}

/** Reads of everybody that keep their distance, whoever asks for them. */
export class PacedPoll {
  readonly #options: PacedPollOptions;
  #last = Number.NEGATIVE_INFINITY;
  #next: NodeJS.Timeout | undefined;
  #isRegular = false;

  constructor(options: PacedPollOptions) {
    this.#options = options;
  }

  /** Now, or as soon as it may be. */
  ask(): void {
    const dueIn = this.#last + this.#options.everyMs - performance.now();
    this.#next ??= setTimeout(() => this.#poll(), Math.max(0, dueIn));
  }

  /** Again and again from now on, or only when asked. Everybody was read just now. */
  settle(isRegular: boolean): void {
    this.#isRegular = isRegular;
    this.#last = performance.now();
    this.stop();
    if (isRegular) this.ask();
  }

  /** Nothing more until it is asked. */
  stop(): void {
    clearTimeout(this.#next);
    this.#next = undefined;
  }

  #poll(): void {
    this.#last = performance.now();
    this.#next = undefined;
    this.#options.poll().catch(this.#options.onFault);
    if (this.#isRegular) this.ask();
  }
}
