const blockLimit = 128;

/**
 * Items in order, for sets that change all the time: adding, removing and finding a rank touch one short block each, and
 * the number of blocks grows with n / 128. The order must be total: two different items never compare as 0.
 */
export class OrderedIndex<T> {
  readonly #compare: (one: T, other: T) => number;
  readonly #blocks: T[][] = [];
  #size = 0;

  constructor(compare: (one: T, other: T) => number) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#size;
  }

  add(item: T): void {
    const at = this.#blockOf(item);
    const block = this.#blocks[at];
    this.#size += 1;
    if (!block) {
      this.#blocks.push([item]);
      return;
    }
    block.splice(this.#placeIn(block, item), 0, item);
    if (block.length > blockLimit) this.#blocks.splice(at + 1, 0, block.splice(blockLimit / 2));
  }

  /** Removes what compares as equal; false when nothing does. */
  remove(item: T): boolean {
    const at = this.#blockOf(item);
    const block = this.#blocks[at];
    if (!block) return false;
    const place = this.#placeIn(block, item);
    const found = block[place];
    if (found === undefined || this.#compare(found, item) !== 0) return false;
    if (block.length === 1) this.#blocks.splice(at, 1);
    else block.splice(place, 1);
    this.#size -= 1;
    if (block.length < blockLimit / 8) this.#join(at);
    return true;
  }

  first(): T | undefined {
    return this.#blocks[0]?.[0];
  }

  /** The first in order that the predicate accepts. */
  find(isWanted: (item: T) => boolean): T | undefined {
    for (const block of this.#blocks) for (const item of block) if (isWanted(item)) return item;
    return undefined;
  }

  /** The item with so many before it. */
  at(rank: number): T | undefined {
    let left = rank;
    for (const block of this.#blocks) {
      if (left < block.length) return block[left];
      left -= block.length;
    }
    return undefined;
  }

  /** How many come before this item, whether or not it is in. */
  rankOf(item: T): number {
    const at = this.#blockOf(item);
    let rank = 0;
    for (let index = 0; index < at; index += 1) rank += this.#blocks[index]?.length ?? 0;
    const block = this.#blocks[at];
    return block ? rank + this.#placeIn(block, item) : rank;
  }

  /** All items in order, as a copy that later changes do not touch. */
  toArray(): T[] {
    return this.#blocks.flat();
  }

  /** Puts a block that has become short together with the next, if they are one block's worth. */
  #join(at: number): void {
    const block = this.#blocks[at];
    const next = this.#blocks[at + 1];
    if (!block || !next || block.length + next.length > blockLimit / 2) return;
    block.push(...next);
    this.#blocks.splice(at + 1, 1);
  }

  /** The last block that begins at or before the item. */
  #blockOf(item: T): number {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const head = this.#blocks[middle]?.[0];
      if (head !== undefined && this.#compare(head, item) <= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #placeIn(block: readonly T[], item: T): number {
    let low = 0;
    let high = block.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = block[middle];
      if (other !== undefined && this.#compare(other, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
