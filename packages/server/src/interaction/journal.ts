import type { Logger } from 'pino';
import type { Batch, Store } from '../store/store.ts';

/** What one change leaves in the store. */
export type Records = Omit<Batch, 'snapshot'>;

interface Entry {
  readonly records: Records;
  readonly afterCommit: () => void;
}

interface JournalOptions {
  readonly store: Pick<Store, 'append'>;
  readonly log: Logger;
  /** Asked once per batch. `isUpToDate`: all inputs of routing so far are in it or before it. */
  readonly takeSnapshot: (isUpToDate: boolean) => Batch['snapshot'];
  /** How long a batch took, in seconds, and how many records it had. */
  readonly onCommit?: (seconds: number, records: number) => void;
}

/** A longer batch makes all wait that are in it, and gains nothing. */
const mostRecords = 1500;
const firstPauseMs = 100;
const longestPauseMs = 1_000;

/**
 * The way into the store. Changes are committed in the order in which they came, all that come while a commit is under
 * way in the next transaction; what is to follow a change runs after it is on disk, in the same order. While the store
 * fails the journal keeps trying and nothing is let through.
 */
export class Journal {
  readonly #options: JournalOptions;
  #pending: Entry[] = [];
  #isWriting = false;
  #isClosed = false;
  #wake: (() => void) | null = null;
  #isHealthy = true;

  constructor(options: JournalOptions) {
    this.#options = options;
  }

  /** Does the store take what it is given? */
  get isHealthy(): boolean {
    return this.#isHealthy;
  }

  /** Changes that are not stored yet. */
  get backlog(): number {
    return this.#pending.length;
  }

  /** `afterCommit` must not throw. Without records it still keeps its place behind what was submitted before. */
  submit(records: Records, afterCommit: () => void): void {
    if (!this.#isWriting && this.#pending.length === 0 && size(records) === 0) {
      afterCommit();
      return;
    }
    this.#pending.push({ records, afterCommit });
    if (!this.#isWriting) {
      this.#isWriting = true;
      setImmediate(() => void this.#write());
    }
  }

  /** Resolves when everything submitted so far is stored, or gives up when the store fails now. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#wake?.();
    while (this.#isWriting) await new Promise(done => setTimeout(done, 5));
  }

  async #write(): Promise<void> {
    while (this.#pending.length > 0) {
      const entries = this.#next();
      const snapshot = this.#options.takeSnapshot(this.#pending.length === 0);
      const batch = { ...merge(entries.map(entry => entry.records)), snapshot };
      if (!(await this.#store(batch))) break;
      for (const entry of entries) entry.afterCommit();
    }
    this.#isWriting = false;
  }

  /** Takes out what the next batch is made of. */
  #next(): readonly Entry[] {
    let count = 0;
    for (let records = 0; count < this.#pending.length && records < mostRecords; count += 1)
      records += size(this.#pending[count]?.records ?? nothing);
    return this.#pending.splice(0, count);
  }

  /** False only when the journal was closed while the store failed. */
  async #store(batch: Batch): Promise<boolean> {
    const { store, log, onCommit } = this.#options;
    if (size(batch) === 0 && !batch.snapshot) return true;
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const startedAt = performance.now();
      try {
        await store.append(batch);
        if (!this.#isHealthy) log.info('The store is back.');
        this.#isHealthy = true;
        onCommit?.((performance.now() - startedAt) / 1000, size(batch));
        return true;
      } catch (error) {
        if (this.#isHealthy) log.error({ err: error }, 'The store failed. Nothing is acknowledged until it is back.');
        this.#isHealthy = false;
      }
      if (this.#isClosed) return false;
      await this.#pause(pauseMs);
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

const size = ({ facts, inputs, commands, sessions, interactions }: Records): number =>
  facts.length + inputs.length + commands.length + sessions.length + interactions.length;

const nothing: Records = { facts: [], inputs: [], commands: [], sessions: [], interactions: [] };

const merge = (all: readonly Records[]): Records => ({
  facts: all.flatMap(one => one.facts),
  inputs: all.flatMap(one => one.inputs),
  commands: all.flatMap(one => one.commands),
  sessions: all.flatMap(one => one.sessions),
  interactions: all.flatMap(one => one.interactions),
});
