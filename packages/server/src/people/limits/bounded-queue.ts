interface Waiting {
  readonly owner: string;
  readonly isOver: () => boolean;
  /** True: it is its turn; false: it will never be done. */
  readonly settle: (isTurn: boolean) => void;
}

interface BoundedQueueOptions {
  /** So many are under way at once. */
  readonly atOnce: number;
  /** So many more may wait. Half of the places are one owner's at most. */
  readonly places: number;
}

/**
 * Costly work, a little of it at a time: what does not fit is refused at once, and nobody fills it alone. Work that nobody
 * waits for any more is not begun.
 */
export class BoundedQueue {
  readonly #options: BoundedQueueOptions;
  #waiting: Waiting[] = [];
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

  /**
   * What `work` answers; null when there is no room for it, or when nobody waits for it as its turn comes: then it is never
   * done.
   */
  async run<T>(owner: string, work: () => Promise<T>, isOver: () => boolean = () => false): Promise<T | null> {
    if (this.#running >= this.#options.atOnce) {
      if (!this.#hasRoom(owner)) return null;
      // Work that ends hands its place on, so that nobody comes in between.
      if (!(await new Promise<boolean>(settle => this.#waiting.push({ owner, isOver, settle })))) return null;
    } else this.#running += 1;
    try {
      return await work();
    } finally {
      this.#drop();
      const next = this.#waiting.shift();
      if (next) next.settle(true);
      else this.#running -= 1;
    }
  }

  /** Those that nobody waits for make room. */
  #drop(): void {
    const over = this.#waiting.filter(({ isOver }) => isOver());
    if (over.length === 0) return;
    this.#waiting = this.#waiting.filter(one => !over.includes(one));
    for (const { settle } of over) settle(false);
  }

  #hasRoom(owner: string): boolean {
    const { places } = this.#options;
    if (this.#waiting.length >= places / 2) this.#drop();
    if (this.#waiting.length >= places) return false;
    return this.#waiting.filter(one => one.owner === owner).length < places / 2;
  }
}
