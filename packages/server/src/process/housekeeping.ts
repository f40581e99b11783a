import type { Logger } from 'pino';
import { FaultLog } from '../settings/pace/fault-log.ts';
import { Loop } from '../settings/pace/loop.ts';
import type { Time } from '../settings/pace/time.ts';

const everyMs = 60_000;

/** What is done now and then, each by itself: one that fails stops none of the others, and is said once until it works. */
export class Housekeeping {
  readonly #tasks: readonly { readonly work: () => unknown; readonly faults: FaultLog }[];
  readonly #loop: Loop;

  /** `tasks`: by what a person calls them. */
  constructor(log: Logger, tasks: Readonly<Record<string, () => unknown>>, time?: Time) {
    this.#tasks = Object.entries(tasks).map(([name, work]) => ({ work, faults: faultsOf(log, name) }));
    this.#loop = new Loop({
      turn: async () => {
        await this.run();
        return everyMs;
      },
      backoff: { firstMs: everyMs, longestMs: everyMs },
      onFault: error => log.error({ err: error }, 'Housekeeping failed.'),
      time,
    });
  }

  /** How often something failed. */
  get failures(): number {
    return this.#tasks.reduce((sum, { faults }) => sum + faults.count, 0);
  }

  start(): void {
    this.#loop.due(everyMs);
  }

  /** Resolves when nothing is done any more. */
  stop(): Promise<void> {
    return this.#loop.stop();
  }

  /** Never rejects. */
  async run(): Promise<void> {
    for (const { work, faults } of this.#tasks) {
      try {
        await work();
        faults.well();
      } catch (error) {
        faults.fault(error);
      }
    }
  }
}

const faultsOf = (log: Logger, name: string): FaultLog =>
  new FaultLog({
    log,
    unknown: `Housekeeping failed: ${name}. It is tried again each minute.`,
    over: `Housekeeping works again: ${name}.`,
  });
