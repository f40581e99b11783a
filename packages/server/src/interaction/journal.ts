import { setImmediate as turn } from 'node:timers/promises';
import type { Logger } from 'pino';
import { pauseAfter } from '../settings/pace/backoff.ts';
import { FaultLog } from '../settings/pace/fault-log.ts';
import { machineTime, type Time } from '../settings/pace/time.ts';
import { isRefusedRecord } from '../store/refused-record.ts';
import type { Batch, Store } from '../store/store.ts';

/** What one change leaves in the store. */
export type Records = Omit<Batch, 'snapshot'>;

/** A change on its way into the store. */
export interface Entry {
  readonly records: Records;
  /** It is on disk, and everything before it. Must not throw. */
  committed(): void;
}

interface JournalOptions<E extends Entry> {
  readonly store: Pick<Store, 'append'>;
  readonly log: Logger;
  /** Asked once per batch. `isUpToDate`: all inputs of routing so far are in it or before it. */
  readonly takeSnapshot: (isUpToDate: boolean) => Batch['snapshot'];
  /** The part that was taken last cannot be stored, or was refused with what came with it: the snapshot is given up. */
  readonly dropSnapshot: (error: unknown) => void;
  /**
   * The store will never have this change. `later`: all that were made after it, in order; none of them is stored. They are
   * out of the journal and come back by `submit`, made again without it.
   */
  readonly onRefused: (refused: E, later: readonly E[], error: unknown) => void;
  /** How long a batch took, in seconds, and how many records it had. */
  readonly onCommit?: (seconds: number, records: number) => void;
  /** Default: the machine's. */
  readonly time?: Time;
}

/** A longer batch makes all wait that are in it, and gains nothing. */
const mostRecords = 1500;
/**
 * A commit costs the store as much as some thirty records. Fewer wait for the end of this turn of the event loop: what has
 * arrived, and was not read yet, comes along.
 */
const enoughForCommit = 32;
/**
 * After a commit of so many records the next waits this long, ms, where it would be a small one: under load fewer and larger
 * commits cost the store a fraction, and nobody notices the wait. (PostgreSQL's `commit_siblings` and `commit_delay`.)
 */
const busyCommit = 12;
const commitDelayMs = 3;
/** Everybody waits for it: it is never long. */
const backoff = { firstMs: 200, longestMs: 2_000 };

/**
 * The way into the store. Changes are committed in the order in which they came, all that come while a commit is under
 * way in the next transaction; what is to follow a change runs after it is on disk, in the same order. While the store
 * fails the journal keeps trying and nothing is let through. A batch that the store refuses for what is in it is halved
 * until the one change is found that it will not have: O(log changes) commits, and all others go on.
 */
export class Journal<E extends Entry = Entry> {
  readonly #options: JournalOptions<E>;
  #pending: E[] = [];
  /** How many changes may go together while one is looked for that the store refuses. */
  #mostTogether = Number.POSITIVE_INFINITY;
  /** Until all that waits is stored, or given up. */
  #writing: Promise<void> | null = null;
  #isClosed = false;
  #wake: (() => void) | null = null;
  /** Ends the wait for company. */
  #hurry: (() => void) | null = null;
  readonly #faults: FaultLog;
  readonly #time: Time;

  constructor(options: JournalOptions<E>) {
    this.#options = options;
    this.#time = options.time ?? machineTime;
    this.#faults = new FaultLog({
      log: options.log,
      unknown: 'The store failed. Nothing is acknowledged until it is back.',
      over: 'The store is back.',
    });
  }

  /** Does the store take what it is given? */
  get isHealthy(): boolean {
    return this.#faults.isWell;
  }

  /** Changes that are not stored yet. */
  get backlog(): number {
    return this.#pending.length;
  }

  /** Without records it still keeps its place behind what was submitted before. */
  submit(entry: E): void {
    if (!this.#writing && this.#pending.length === 0 && size(entry.records) === 0) {
      entry.committed();
      return;
    }
    this.#pending.push(entry);
    if (this.#pending.length >= enoughForCommit) this.#hurry?.();
    this.#writing ??= this.#write();
  }

  /** Resolves when everything submitted so far is stored, or gives up when the store fails now. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#wake?.();
    await this.#writing;
  }

  async #write(): Promise<void> {
    // All of this turn of the event loop goes together.
    await turn();
    while (this.#pending.length > 0) {
      const entries = this.#next();
      const snapshot = this.#options.takeSnapshot(this.#pending.length === 0);
      const outcome = await this.#store({ ...merge(entries.map(entry => entry.records)), snapshot });
      if (outcome === 'closed') break;
      if (outcome === 'stored') {
        this.#mostTogether *= 2;
        for (const entry of entries) entry.committed();
      } else this.#part(entries, snapshot !== null, outcome.refusal);
      if (this.#pending.length < enoughForCommit && !this.#isClosed) {
        const records = entries.reduce((sum, entry) => sum + size(entry.records), 0);
        if (records >= busyCommit) await this.#pause(commitDelayMs, { endsWhenEnough: true });
        else if (this.#pending.length > 0) await turn();
      }
    }
    this.#writing = null;
  }

  /** Takes out what the next batch is made of. */
  #next(): readonly E[] {
    const most = Math.min(this.#pending.length, this.#mostTogether);
    let count = 0;
    for (let records = 0; count < most && records < mostRecords; count += 1)
      records += size(this.#pending[count]?.records ?? nothing);
    return this.#pending.splice(0, count);
  }

  /** The store refuses something in these: fewer of them next time, until there is one. */
  #part(entries: readonly E[], hadSnapshot: boolean, error: unknown): void {
    const [culprit] = entries;
    if (hadSnapshot) this.#options.dropSnapshot(error);
    if (culprit && entries.length === 1 && !hadSnapshot) {
      this.#mostTogether = Number.POSITIVE_INFINITY;
      this.#options.onRefused(culprit, this.#pending.splice(0), error);
      return;
    }
    if (!hadSnapshot) this.#mostTogether = Math.ceil(entries.length / 2);
    this.#pending = [...entries, ...this.#pending];
  }

  /** `closed`: the journal was closed while the store failed. */
  async #store(batch: Batch): Promise<'stored' | 'closed' | { readonly refusal: unknown }> {
    const { store, onCommit } = this.#options;
    if (size(batch) === 0 && !batch.snapshot) return 'stored';
    for (let failures = 1; ; failures += 1) {
      const startedAt = performance.now();
      try {
        await store.append(batch);
        this.#faults.well();
        onCommit?.((performance.now() - startedAt) / 1000, size(batch));
        return 'stored';
      } catch (error) {
        if (isRefusedRecord(error)) {
          this.#faults.well();
          return { refusal: error };
        }
        this.#faults.fault(error);
      }
      if (this.#isClosed) return 'closed';
      await this.#pause(pauseAfter(failures, backoff, this.#time.chance()));
    }
  }

  async #pause(ms: number, { endsWhenEnough } = { endsWhenEnough: false }): Promise<void> {
    await new Promise<void>(resolve => {
      const cancel = this.#time.after(ms, resolve);
      this.#wake = () => {
        cancel();
        resolve();
      };
      if (endsWhenEnough) this.#hurry = this.#wake;
    });
    this.#hurry = null;
  }
}

const size = ({ facts, inputs, commands, sessions, interactions, outside, invitations }: Records): number =>
  facts.length +
  inputs.length +
  commands.length +
  sessions.length +
  interactions.length +
  outside.length +
  invitations.length;

export const nothing: Records = {
  facts: [],
  inputs: [],
  commands: [],
  sessions: [],
  interactions: [],
  outside: [],
  invitations: [],
};

const merge = (all: readonly Records[]): Records => ({
  facts: all.flatMap(one => one.facts),
  inputs: all.flatMap(one => one.inputs),
  commands: all.flatMap(one => one.commands),
  sessions: all.flatMap(one => one.sessions),
  interactions: all.flatMap(one => one.interactions),
  outside: all.flatMap(one => one.outside),
  invitations: all.flatMap(one => one.invitations),
});
