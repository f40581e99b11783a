import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type RunningContactCentre, type StatementTiming, statementChannel } from '@eyeline/server';

type Centre = RunningContactCentre['centre'];

/** One change on its way to the disk; instants on the clock of `performance.now()`. */
export interface Trip {
  readonly submittedAt: number;
  /** The commit that took it along. */
  commit: Commit | null;
}

/** One batch. */
export interface Commit {
  readonly startedAt: number;
  endedAt: number;
  readonly records: number;
  /** In the thread of the embedded store; none from a server. */
  statement: StatementTiming;
}

/** Time spent on this thread, in ms, and how often. */
export class Effort {
  count = 0;
  totalMs = 0;
  longestMs = 0;

  add(ms: number): void {
    this.count += 1;
    this.totalMs += ms;
    this.longestMs = Math.max(this.longestMs, ms);
  }

  time<T>(run: () => T): T {
    const startedAt = performance.now();
    try {
      return run();
    } finally {
      this.add(performance.now() - startedAt);
    }
  }
}

/** Looks at a contact centre from outside: where its changes are at what time, and what its own thread is busy with. */
export class Trips {
  deciding = new Effort();
  notifying = new Effort();
  snapshots = new Effort();
  handingOver = new Effort();
  wholeSnapshots = 0;
  commits: Commit[] = [];
  /** Of the change that was made last. */
  last: Trip | null = null;
  #statement: StatementTiming = { ms: 0, syncs: 0, syncMs: 0 };
  readonly #onStatement = (timing: unknown) => {
    this.#statement = timing as StatementTiming;
  };

  constructor(centre: Centre) {
    subscribe(statementChannel.name, this.#onStatement);
    const { journal, interaction, store } = centre;
    const { routing } = centre.work;
    const { change } = interaction;
    const timed: typeof change = run => change(one => this.deciding.time(() => run(one)));
    Object.assign(interaction, { change: timed });
    const submit = journal.submit.bind(journal);
    journal.submit = entry => {
      const trip: Trip = { submittedAt: performance.now(), commit: null };
      this.last = trip;
      const { committed } = entry;
      const measured = () => {
        trip.commit = this.commits.at(-1) ?? null;
        this.notifying.time(committed);
      };
      submit(Object.assign(entry, { committed: measured }));
    };
    const takeSnapshot = routing.takeSnapshot.bind(routing);
    routing.takeSnapshot = isUpToDate => {
      const startedAt = performance.now();
      const part = takeSnapshot(isUpToDate);
      if (part) this.snapshots.add(performance.now() - startedAt);
      if (part?.isLast) this.wholeSnapshots += 1;
      return part;
    };
    const append = store.append.bind(store);
    store.append = async batch => {
      const { facts, inputs, commands, interactions } = batch;
      const records = facts.length + inputs.length + commands.length + interactions.length;
      const startedAt = performance.now();
      const pending = this.handingOver.time(() => append(batch));
      await pending;
      this.commits.push({ startedAt, endedAt: performance.now(), records, statement: this.#statement });
    };
  }

  /** Forgets what it has seen. */
  reset(): void {
    this.deciding = new Effort();
    this.notifying = new Effort();
    this.snapshots = new Effort();
    this.handingOver = new Effort();
    this.wholeSnapshots = 0;
    this.commits = [];
  }

  stop(): void {
    unsubscribe(statementChannel.name, this.#onStatement);
  }
}
