import type { RoutingEffect } from '@eyeline/routing';
import type { Logger } from 'pino';
import { Refusal } from '../people/refusal.ts';
import { sqlStateOf } from '../store/refused-record.ts';
import type { Store } from '../store/store.ts';
import { Attempt } from './attempt.ts';
import { Change, type Memory } from './change.ts';
import { Journal } from './journal.ts';
import type { SetAside } from './set-aside.ts';

interface ChangesOptions {
  readonly memory: Memory;
  readonly store: Pick<Store, 'append'>;
  readonly setAside: SetAside;
  readonly log: Logger;
  readonly now: () => number;
  /** What follows at once from a decision, in the same change. */
  readonly follow: (change: Change, effect: RoutingEffect) => void;
  /** The change is stored. Must not throw. */
  readonly notify: (change: Change) => void;
  readonly onCommit?: ((seconds: number, records: number) => void) | undefined;
}

/** Every change there is: made in memory, stored, told; or taken back. */
export class Changes {
  readonly journal: Journal<Attempt>;
  readonly #options: ChangesOptions;
  #isChanging = false;

  constructor(options: ChangesOptions) {
    this.#options = options;
    const { store, log, memory, onCommit } = options;
    const { routing } = memory;
    this.journal = new Journal({
      store,
      log,
      takeSnapshot: isUpToDate => routing.takeSnapshot(isUpToDate),
      dropSnapshot: error => {
        const sqlState = sqlStateOf(error);
        log.warn({ sqlState }, 'A snapshot of routing was not stored. The next one comes at its time.');
        routing.dropSnapshot();
      },
      onRefused: (refused, later, error) => this.#refuse(refused, later, error),
      ...(onCommit ? { onCommit } : {}),
    });
  }

  /** As `InteractionPort.change`. */
  make<T>(run: (change: Change) => T): Promise<T> {
    // What a change brings about comes after it.
    if (this.#isChanging) return Promise.resolve().then(() => this.make(run));
    return new Promise((resolve, reject) => this.#attempt(run, resolve, reject));
  }

  #attempt<T>(run: (change: Change) => T, resolve: (value: T) => void, reject: (error: unknown) => void): void {
    const { memory, now, follow, notify } = this.#options;
    const change = new Change({ memory, now: now(), follow });
    let committed: () => void;
    let hasFailed = false;
    this.#isChanging = true;
    try {
      const value = run(change);
      committed = () => {
        notify(change);
        resolve(value);
      };
    } catch (error) {
      hasFailed = true;
      Change.takeBack([change], memory, now());
      committed = () => reject(error);
    }
    this.#isChanging = false;
    const redo = () => this.#attempt(run, resolve, reject);
    this.journal.submit(new Attempt({ change, hasFailed, committed, redo, refuse: reject }));
  }

  /** The store will never have this change: memory becomes what it would be without it. */
  #refuse(refused: Attempt, later: readonly Attempt[], error: unknown): void {
    const { memory, now, setAside } = this.#options;
    const { records } = refused;
    const changes = [refused, ...later].map(({ change }) => change);
    Change.takeBack(changes, memory, now());
    setAside.refused(records, error, now());
    refused.refuse(new Refusal('internal'));
    for (const one of later) one.redo();
  }
}
