import { type Check, type CheckName, checkOf } from '@eyeline/protocol';
import { type Finding, failed } from './finding.ts';
import { within } from './within.ts';

/** The checks in the order in which they are shown, each as far as it is. */
export class CheckList {
  readonly #checks: Check[];
  readonly #onProgress: (checks: readonly Check[]) => void;

  constructor(names: readonly CheckName[], onProgress: (checks: readonly Check[]) => void) {
    this.#checks = names.map(name => checkOf(name));
    this.#onProgress = onProgress;
  }

  get checks(): readonly Check[] {
    return [...this.#checks];
  }

  /** Sees a check through to its end: what throws or comes too late is a finding as well. */
  async run(place: Place, limitMs: number, work: (signal: AbortSignal) => Promise<Finding>, stop: AbortSignal) {
    const startedAt = performance.now();
    this.#put(place, { status: 'running' });
    const signal = within(limitMs, stop);
    // What hears of the end by itself may know more than that it took too long, so it is given the next turn.
    const late = new Promise<Finding>(resolve => {
      signal.addEventListener('abort', () => setTimeout(() => resolve(failed('took-too-long'))), { once: true });
    });
    const finding = await Promise.race([work(signal).catch(() => failed('took-too-long')), late]);
    this.#put(place, { ...finding, durationMs: Math.round(performance.now() - startedAt) });
    return finding;
  }

  skip(name: CheckName): void {
    this.#put({ name }, { status: 'skipped' });
  }

  #put({ name, target }: Place, change: Partial<Check>): void {
    const at = this.#checks.findIndex(one => one.name === name && (one.target === target || one.target === undefined));
    const next = { ...(this.#checks[at] ?? checkOf(name)), ...(target === undefined ? {} : { target }), ...change };
    if (at >= 0) this.#checks[at] = next;
    // A second server of the same kind stands behind the first.
    else this.#checks.splice(this.#checks.findLastIndex(one => one.name === name) + 1, 0, next);
    this.#onProgress(this.checks);
  }
}

interface Place {
  readonly name: CheckName;
  readonly target?: string;
}
