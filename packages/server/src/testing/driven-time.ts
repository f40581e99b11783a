import type { Time } from '../settings/pace/time.ts';

/** Time that passes as a test says, and chance as it says. */
export class DrivenTime implements Time {
  /** What chance says: nearly the whole pause, so that pauses are what they are at most. */
  luck = 1 - Number.EPSILON;
  #now = 0;
  readonly #timers = new Set<{
    readonly at: number;
    readonly run: () => void;
  }>();

  now(): number {
    return this.#now;
  }

  chance(): number {
    return this.luck;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** How many timers are set. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Lets so much time pass: what is due happens in its order, and what follows from it. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settled();
    for (let next = this.#next(until); next; next = this.#next(until)) {
      this.#now = Math.max(this.#now, next.at);
      this.#timers.delete(next);
      next.run();
      await settled();
    }
    this.#now = until;
  }

  #next(until: number) {
    const due = [...this.#timers].filter(({ at }) => at <= until);
    return due.sort((one, other) => one.at - other.at)[0];
  }
}

/** Whatever waits for nothing but promises has happened. */
const settled = () => new Promise(resolve => setImmediate(resolve));
