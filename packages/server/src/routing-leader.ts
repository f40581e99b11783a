import {
  decide,
  emptyRouting,
  nextDeadline,
  type RoutingEffect,
  type RoutingInput,
  type RoutingState,
} from '@eyeline/routing';
import type { InputRecord, Snapshot, Stored } from './store/store.ts';

const snapshotEvery = 1000;
/** setTimeout's own limit. */
const longestTimerMs = 2 ** 31 - 1;

/** Routing's state and its one timer. There is one leader; every decision is made here. */
export class RoutingLeader {
  readonly #onDeadline: () => void;
  #state: RoutingState = emptyRouting();
  #number = 0;
  #snapshotNumber = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(onDeadline: () => void) {
    this.#onDeadline = onDeadline;
  }

  get state(): RoutingState {
    return this.#state;
  }

  /** Goes through what was decided before. Sets no timer: `server.started` has to follow. */
  restore({ snapshot, inputs }: Pick<Stored, 'snapshot' | 'inputs'>): void {
    if (snapshot) {
      this.#state = snapshot.state;
      this.#number = snapshot.number;
      this.#snapshotNumber = snapshot.number;
    }
    for (const { number, at, input } of inputs) {
      this.#state = decide(this.#state, input, at).state;
      this.#number = number;
    }
  }

  decide(input: RoutingInput, now: number): { record: InputRecord; effects: readonly RoutingEffect[] } {
    const { state, effects } = decide(this.#state, input, now);
    this.#state = state;
    this.#number += 1;
    this.#setTimer(now);
    return { record: { number: this.#number, at: now, input }, effects };
  }

  /** Now and then, so that a restart need not go through all inputs there ever were. */
  takeSnapshot(): Snapshot | null {
    if (this.#number - this.#snapshotNumber < snapshotEvery) return null;
    this.#snapshotNumber = this.#number;
    return { number: this.#number, state: this.#state };
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #setTimer(now: number): void {
    clearTimeout(this.#timer);
    const deadline = nextDeadline(this.#state);
    if (deadline === null) return;
    this.#timer = setTimeout(this.#onDeadline, Math.min(Math.max(0, deadline - now), longestTimerMs));
  }
}
