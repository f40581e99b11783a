interface Entry<T> {
  readonly at: number;
  readonly event: T;
}

/** Events in the order of their instants: a binary heap. */
export class EventQueue<T> {
  readonly #heap: Entry<T>[] = [];

  add(at: number, event: T): void {
    const heap = this.#heap;
    let index = heap.length;
    heap.push({ at, event });
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (this.#at(parent) <= at) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  take(): Entry<T> | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    heap[0] = last;
    for (let index = 0; ; ) {
      const left = 2 * index + 1;
      const least = this.#at(left + 1) < this.#at(left) ? left + 1 : left;
      if (this.#at(least) >= this.#at(index)) return first;
      this.#swap(index, least);
      index = least;
    }
  }

  #at(index: number): number {
    return this.#heap[index]?.at ?? Number.POSITIVE_INFINITY;
  }

  #swap(one: number, other: number): void {
    const [first, second] = [this.#heap[one], this.#heap[other]];
    if (!first || !second) return;
    this.#heap[one] = second;
    this.#heap[other] = first;
  }
}
