import * as v from 'valibot';
import type { Change } from '../../interaction/change.ts';
import type { OutsideRecord } from '../../store/store.ts';
import { mailSystem, WaitingLetter } from './waiting-letter.ts';

/** The letters that wait, in memory as in the store. */
export class Letters {
  readonly #all = new Map<string, WaitingLetter>();

  /** How many wait. */
  get size(): number {
    return this.#all.size;
  }

  all(): IterableIterator<WaitingLetter> {
    return this.#all.values();
  }

  get(letterId: string): WaitingLetter | undefined {
    return this.#all.get(letterId);
  }

  /** @throws where one cannot be read */
  restore({ value }: OutsideRecord): void {
    const letter = v.parse(WaitingLetter, value);
    this.#all.set(letter.letterId, letter);
  }

  /** It waits from now on, or waits otherwise. */
  keep(change: Change, letter: WaitingLetter): void {
    this.#put(change, letter.letterId, letter);
  }

  /** It does not wait any more. */
  settle(change: Change, letterId: string): void {
    this.#put(change, letterId, undefined);
  }

  #put(change: Change, letterId: string, letter: WaitingLetter | undefined): void {
    const before = this.#all.get(letterId);
    const set = (one: WaitingLetter | undefined) => (one ? this.#all.set(letterId, one) : this.#all.delete(letterId));
    set(letter);
    change.keepOutside([{ system: mailSystem, subject: letterId, value: letter ?? null }]);
    change.onUndo(() => void set(before));
  }
}
