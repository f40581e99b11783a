import type { Change } from './change.ts';
import { type Entry, nothing } from './journal.ts';

interface AttemptOptions {
  readonly change: Change;
  /** It failed, and was taken back: it only keeps its place, because its failure may follow from what was before. */
  readonly hasFailed: boolean;
  readonly committed: () => void;
  readonly redo: () => void;
  readonly refuse: (error: unknown) => void;
}

/** A change that was made in memory and is not stored yet. */
export class Attempt implements Entry {
  readonly change: Change;
  readonly committed: () => void;
  /** Makes the change anew, in memory as it is now. */
  readonly redo: () => void;
  /** Tells the one who waits for it that it will never be. */
  readonly refuse: (error: unknown) => void;
  readonly #hasFailed: boolean;

  constructor({ change, hasFailed, committed, redo, refuse }: AttemptOptions) {
    this.change = change;
    this.#hasFailed = hasFailed;
    this.committed = committed;
    this.redo = redo;
    this.refuse = refuse;
  }

  get records() {
    return this.#hasFailed ? nothing : this.change.records;
  }
}
