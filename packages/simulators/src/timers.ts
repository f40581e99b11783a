/** Every timer of one box, so that all end with it. */
export class Timers {
  readonly #running = new Set<NodeJS.Timeout>();

  /** Calls back after some ms; the answer cancels. */
  after(ms: number, work: () => void): () => void {
    const timer = setTimeout(() => {
      this.#running.delete(timer);
      work();
    }, ms);
    this.#running.add(timer);
    return () => {
      clearTimeout(timer);
      this.#running.delete(timer);
    };
  }

  stop(): void {
    for (const timer of this.#running) clearTimeout(timer);
    this.#running.clear();
  }
}
