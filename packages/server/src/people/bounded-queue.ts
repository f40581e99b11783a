interface Waiting {
  readonly owner: string;
  readonly start: () => void;
}

interface BoundedQueueOptions {
  /** So many are under way at once. */
  readonly atOnce: number;
  /** So many more may wait. Half of the places are one owner's at most. */
  readonly places: number;
}

/** Costly work, a little of it at a time: what does not fit is refused at once, and nobody fills it alone. */
export class BoundedQueue {
  readonly #options: BoundedQueueOptions;
  readonly #waiting: Waiting[] = [];
  #running = 0;

  constructor(options: BoundedQueueOptions) {
    this.#options = options;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** What `work` answers; null when there is no room for it, and then it is never done. */
  async run<T>(owner: string, work: () => Promise<T>): Promise<T | null> {
    if (this.#running >= this.#options.atOnce) {
      if (!this.#hasRoom(owner)) return null;
      // Whoever goes hands its place on, so that nobody comes in between.
      await new Promise<void>(start => this.#waiting.push({ owner, start }));
    } else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next.start();
      else this.#running -= 1;
    }
  }

  #hasRoom(owner: string): boolean {
    const { places } = this.#options;
    if (this.#waiting.length >= places) return false;
    return this.#waiting.filter(one => one.owner === owner).length < places / 2;
  }
}
