interface Entry {
  readonly at: number;
  readonly id: string;
}

/** So many entries that count no more are let be, beside as many as there are that do. */
const leastStale = 64;

/**
 * Who waits until when, the earliest first: a binary heap. One that is moved leaves its old entry behind, which is dropped when it
 * comes to the top, or when more than half of all are such.
 */
export class Deadlines {
  readonly #at = new Map<string, number>();
  #heap: Entry[] = [];

  /** From now on this one waits until then; undefined: for nothing. */
  move(id: string, at: number | undefined): void {
    if (this.#at.get(id) === at) return;
    if (at === undefined) this.#at.delete(id);
    else {
      this.#at.set(id, at);
      this.#push({ at, id });
    }
    if (this.#heap.length > 2 * this.#at.size + leastStale) this.#rebuild();
  }

  /** The earliest; undefined when nobody waits. */
  first(): number | undefined {
    for (let top = this.#heap[0]; top; top = this.#heap[0]) {
      if (this.#at.get(top.id) === top.at) return top.at;
      this.#pop();
    }
    return undefined;
  }

  /** Those whose instant is not after `now`, the earliest first. They wait no more. */
  take(now: number): readonly string[] {
    const due: string[] = [];
    for (let at = this.first(); at !== undefined && at <= now; at = this.first()) {
      const { id } = this.#pop();
      this.#at.delete(id);
      due.push(id);
    }
    return due;
  }

  #rebuild(): void {
    this.#heap = [];
    for (const [id, at] of this.#at) this.#push({ at, id });
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent] as Entry;
      if (!isBefore(entry, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = entry;
  }

  /** Takes the top out; there is one. */
  #pop(): Entry {
    const heap = this.#heap;
    const top = heap[0] as Entry;
    const last = heap.pop() as Entry;
    if (heap.length === 0) return top;
    let index = 0;
    for (let child = 1; child < heap.length; child = 2 * index + 1) {
      const right = heap[child + 1];
      const least = right && isBefore(right, heap[child] as Entry) ? child + 1 : child;
      const below = heap[least] as Entry;
      if (!isBefore(below, last)) break;
      heap[index] = below;
      index = least;
    }
    heap[index] = last;
    return top;
  }
}

/** Of two at one instant it does not depend on chance which is first. */
const isBefore = (one: Entry, other: Entry): boolean => one.at < other.at || (one.at === other.at && one.id < other.id);
