import {
  decide,
  emptyRouting,
  nextDeadline,
  type RoutingEffect,
  type RoutingInput,
  type RoutingState,
  restore,
  snapshot,
} from '@eyeline/routing';
import { snapshotParts } from '../store/snapshot-parts.ts';
import type { InputRecord, SnapshotPart, Stored } from '../store/store.ts';

/** A snapshot costs as much as there are records, so it is taken the more seldom the more there are. */
const leastBetweenSnapshots = 1000;
const inputsPerRecord = 10;
/** setTimeout's own limit. */
const longestTimerMs = 2 ** 31 - 1;

/** Routing's state and its one timer. There is one leader; every decision is made here. */
export class RoutingLeader {
  readonly #onDeadline: () => void;
  #state: RoutingState = emptyRouting();
  #number = 0;
  #snapshotNumber = 0;
  #isSnapshotDue = false;
  /** Of the snapshot that is being written. */
  #parts: Iterator<SnapshotPart, undefined> | null = null;
  #timer: NodeJS.Timeout | undefined;
  /** What the timer is set to. */
  #deadline: number | null = null;

  constructor(onDeadline: () => void) {
    this.#onDeadline = onDeadline;
  }

  get state(): RoutingState {
    return this.#state;
  }

  /** Has nothing ever been decided? */
  get isNew(): boolean {
    return this.#number === 0;
  }

  /**
   * Goes through what was decided before. Sets no timer: `server.started` has to follow. False when what is stored was
   * written by an engine of another version: then nothing of it is known.
   */
  restore({ snapshot: kept, inputs }: Pick<Stored, 'snapshot' | 'inputs'>): boolean {
    this.#number = inputs.at(-1)?.number ?? kept?.number ?? 0;
    this.#snapshotNumber = kept?.number ?? 0;
    try {
      this.#state = kept ? restore(kept.state) : emptyRouting();
      // What this engine wrote begins with a configuration.
      if (!kept && inputs[0] && inputs[0].input.type !== 'configuration.changed') throw new Error('another engine');
    } catch {
      this.#state = emptyRouting();
      this.#isSnapshotDue = true;
      return false;
    }
    for (const { at, input } of inputs) this.#state = decide(this.#state, input, at).state;
    return true;
  }

  decide(input: RoutingInput, now: number): { record: InputRecord; effects: readonly RoutingEffect[] } {
    const { state, effects } = decide(this.#state, input, now);
    this.#state = state;
    this.#number += 1;
    this.#setTimer(now);
    return { record: { number: this.#number, at: now, input }, effects };
  }

  /**
   * Now and then, so that a restart need not go through all inputs there ever were: the next part of a snapshot. The copy
   * is made at once and written bit by bit, because nobody can be served meanwhile.
   * @param isUpToDate everything decided so far is stored with this part or before it: only then one may begin
   */
  takeSnapshot(isUpToDate: boolean): SnapshotPart | null {
    if (!this.#parts && isUpToDate && this.#isTime()) {
      this.#isSnapshotDue = false;
      this.#snapshotNumber = this.#number;
      this.#parts = snapshotParts(this.#number, snapshot(this.#state));
    }
    const part = this.#parts?.next().value ?? null;
    if (part?.isLast) this.#parts = null;
    return part;
  }

  #isTime(): boolean {
    const { seats, tasks } = this.#state;
    const between = leastBetweenSnapshots + inputsPerRecord * (seats.size + tasks.size);
    return this.#isSnapshotDue || this.#number - this.#snapshotNumber >= between;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#deadline = null;
  }

  #setTimer(now: number): void {
    const deadline = nextDeadline(this.#state);
    // Most decisions leave the next deadline where it is.
    if (deadline === this.#deadline) return;
    clearTimeout(this.#timer);
    this.#deadline = deadline;
    if (deadline === null) return;
    const fire = () => {
      // Also when it comes too early: then it is set again.
      this.#deadline = null;
      this.#onDeadline();
    };
    this.#timer = setTimeout(fire, Math.min(Math.max(0, deadline - now), longestTimerMs));
  }
}
