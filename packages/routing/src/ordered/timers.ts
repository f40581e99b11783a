import { OrderedIndex } from './ordered-index.ts';

export type TimerKind = 'agent' | 'lane' | 'offer' | 'task' | 'voice';

/** Something that happens by itself at an instant. */
export interface Timer {
  readonly at: number;
  readonly kind: TimerKind;
  readonly id: string;
}

const compareText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Every owner has at most one timer, and keeps its instant itself: so timers are never stale and need not be stored. */
export class Timers {
  readonly #timers = new OrderedIndex<Timer>(
    (one, other) => one.at - other.at || compareText(one.kind, other.kind) || compareText(one.id, other.id),
  );

  /** Moves a timer from an instant to another; null is no timer. */
  move(kind: TimerKind, id: string, from: number | null, to: number | null): void {
    if (from === to) return;
    if (from !== null) this.#timers.remove({ at: from, kind, id });
    if (to !== null) this.#timers.add({ at: to, kind, id });
  }

  first(): Timer | undefined {
    return this.#timers.first();
  }
}
