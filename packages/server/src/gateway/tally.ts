/** How many there are, in all and for each key. */
export class Tally {
  readonly #counts = new Map<string, number>();
  #total = 0;

  get total(): number {
    return this.#total;
  }

  of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  /** Returns how to take it back, which has an effect once. */
  add(key: string): () => void {
    this.#change(key, 1);
    let isIn = true;
    return () => {
      if (isIn) this.#change(key, -1);
      isIn = false;
    };
  }

  #change(key: string, by: number): void {
    this.#total += by;
    const count = this.of(key) + by;
    if (count > 0) this.#counts.set(key, count);
    else this.#counts.delete(key);
  }
}
