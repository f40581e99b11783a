import {
  decide,
  emptyRouting,
  nextDeadline,
  type RoutingEffect,
  type RoutingInput,
  type RoutingSnapshot,
  type RoutingState,
  restore,
  snapshot,
} from '@eyeline/routing';
import { Loop } from '../settings/pace/loop.ts';
import type { Time } from '../settings/pace/time.ts';
import { snapshotParts } from '../store/snapshot-parts.ts';
import type { InputRecord, SnapshotPart, Stored } from '../store/store.ts';

/** A snapshot costs as much as there are records, so it is taken the more seldom the more there are. */
const leastBetweenSnapshots = 1000;
const inputsPerRecord = 10;
/** What was taken back comes again: not at once, for the store may refuse it again. */
const afterRewindMs = 1000;
/** What is due and cannot be decided. */
const backoff = { firstMs: 2 * afterRewindMs, longestMs: 60_000 };

interface RoutingLeaderOptions {
  /** Something is due: feeds `clock.ticked`. Rejects when that cannot be decided; it is tried again, slower and slower. */
  readonly onDeadline: () => Promise<void>;
  readonly onFault: (error: unknown) => void;
  readonly onWell: () => void;
  /** Default: the machine's. */
  readonly time?: Time | undefined;
}

/** Where inputs begin: a copy of the state that was, or nothing at all. */
interface Base {
  readonly number: number;
  readonly snapshot: RoutingSnapshot | null;
}

/** Routing's state and its one timer. There is one leader; every decision is made here. */
export class RoutingLeader {
  readonly #clock: Loop;
  #state: RoutingState = emptyRouting();
  #number = 0;
  #isSnapshotDue = false;
  /** The state is what becomes of this base and these inputs. All of the base is stored. */
  #base: Base = { number: 0, snapshot: null };
  #inputs: InputRecord[] = [];
  /** The snapshot that was taken last. */
  #taken: Base = this.#base;
  /** Of the snapshot that is being written. */
  #parts: Iterator<SnapshotPart, undefined> | null = null;
  /** What the clock is set to. */
  #deadline: number | null = null;

  constructor({ onDeadline, ...options }: RoutingLeaderOptions) {
    const turn = async () => {
      // Also when it comes too early: then it is set again.
      this.#deadline = null;
      await onDeadline();
      return null;
    };
    this.#clock = new Loop({ turn, backoff, ...options });
  }

  get state(): RoutingState {
    return this.#state;
  }

  /** Of the last decision: 1, 2, 3 … */
  get number(): number {
    return this.#number;
  }

  /** Has nothing ever been decided? */
  get isNew(): boolean {
    return this.#number === 0;
  }

  /**
   * Goes through what was decided before. Sets no timer: `server.started` has to follow. False when what is stored was
   * written by an engine of another version, or cannot be read: then nothing of it is known.
   */
  restore({ snapshot: kept, inputs, lastNumber }: Pick<Stored, 'snapshot' | 'inputs' | 'lastNumber'>): boolean {
    this.#number = lastNumber;
    try {
      // What this engine wrote begins with a configuration.
      if (lastNumber > 0 && !kept && inputs[0]?.input.type !== 'configuration.changed') throw new Error('not known');
      this.#base = { number: kept?.number ?? 0, snapshot: kept?.state ?? null };
      this.#inputs = [...inputs];
      this.#state = this.#replay();
      this.#taken = this.#base;
      return true;
    } catch {
      this.#base = { number: lastNumber, snapshot: null };
      this.#inputs = [];
      this.#state = emptyRouting();
      this.#taken = this.#base;
      this.#isSnapshotDue = true;
      return false;
    }
  }

  /** When it throws, the state is of no use until it was rewound. */
  decide(input: RoutingInput, now: number): { record: InputRecord; effects: readonly RoutingEffect[] } {
    const { state, effects } = decide(this.#state, input, now);
    this.#state = state;
    this.#number += 1;
    const record = { number: this.#number, at: now, input };
    this.#inputs.push(record);
    this.#setTimer(now);
    return { record, effects };
  }

  /** Takes back all decisions after that one; none of them is stored. O(what was decided since the last snapshot). */
  rewind(number: number, now: number): void {
    while (this.#inputs.length > 0 && this.#number > number) {
      this.#inputs.pop();
      this.#number -= 1;
    }
    if (this.#number < this.#taken.number) this.dropSnapshot();
    this.#state = this.#replay();
    this.#deadline = null;
    this.#setTimer(now, afterRewindMs);
  }

  /**
   * Now and then, so that a restart need not go through all inputs there ever were: the next part of a snapshot. The copy
   * is made at once and written bit by bit, because nobody can be served meanwhile.
   * @param isUpToDate everything decided so far is stored with this part or before it: only then one may begin
   */
  takeSnapshot(isUpToDate: boolean): SnapshotPart | null {
    // All that came with the part before is stored: what the snapshot holds need not be gone through again.
    this.#startFrom(this.#taken);
    if (!this.#parts && isUpToDate && this.#isTime()) {
      this.#isSnapshotDue = false;
      const copy = snapshot(this.#state);
      this.#taken = { number: this.#number, snapshot: copy };
      this.#parts = snapshotParts(this.#number, copy);
    }
    const part = this.#parts?.next().value ?? null;
    if (part?.isLast) this.#parts = null;
    return part;
  }

  /** The snapshot that is being written cannot be stored. The next one comes at its time. */
  dropSnapshot(): void {
    this.#parts = null;
    this.#taken = { number: this.#number, snapshot: null };
  }

  #startFrom(taken: Base): void {
    if (!taken.snapshot || taken.number <= this.#base.number) return;
    this.#base = taken;
    this.#inputs = this.#inputs.filter(({ number }) => number > taken.number);
  }

  #replay(): RoutingState {
    let state = this.#base.snapshot ? restore(this.#base.snapshot) : emptyRouting();
    for (const { at, input } of this.#inputs) state = decide(state, input, at).state;
    return state;
  }

  #isTime(): boolean {
    const { agentSessions, tasks } = this.#state;
    const between = leastBetweenSnapshots + inputsPerRecord * (agentSessions.size + tasks.size);
    return this.#isSnapshotDue || this.#number - this.#taken.number >= between;
  }

  stop(): void {
    void this.#clock.stop();
    this.#deadline = null;
  }

  #setTimer(now: number, overdueMs = 0): void {
    const deadline = nextDeadline(this.#state);
    // Most decisions leave the next deadline where it is.
    if (deadline === this.#deadline) return;
    this.#deadline = deadline;
    this.#clock.due(deadline === null ? null : deadline > now ? deadline - now : overdueMs);
  }
}
