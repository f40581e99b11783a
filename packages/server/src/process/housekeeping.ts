import type { Logger } from 'pino';

const everyMs = 60_000;

/** What is done now and then, each by itself: one that fails stops none of the others, and is said once until it works. */
export class Housekeeping {
  readonly #log: Logger;
  readonly #tasks: Readonly<Record<string, () => unknown>>;
  readonly #failing = new Set<string>();
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;

  /** `tasks`: by what a person calls them. */
  constructor(log: Logger, tasks: Readonly<Record<string, () => unknown>>) {
    this.#log = log;
    this.#tasks = tasks;
  }

  /** How often something failed. */
  get failures(): number {
    return this.#failures;
  }

  start(): void {
    this.#timer = setInterval(() => void this.run(), everyMs);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Never rejects. */
  async run(): Promise<void> {
    for (const [name, task] of Object.entries(this.#tasks)) {
      try {
        await task();
        if (this.#failing.delete(name)) this.#log.info(`Housekeeping works again: ${name}.`);
      } catch (error) {
        this.#failures += 1;
        if (!this.#failing.has(name))
          this.#log.error({ err: error }, `Housekeeping failed: ${name}. It is tried again each minute.`);
        this.#failing.add(name);
      }
    }
  }
}
