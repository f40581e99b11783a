import type { Logger } from 'pino';

export interface FaultLogOptions {
  readonly log: Pick<Logger, 'error' | 'warn' | 'info'>;
  /** The sentence for a failure whose reason is in it; undefined where only the error itself can say more. Default: none is. */
  readonly known?: (error: unknown, by: string) => string | undefined;
  /** The sentence for any other, which is logged with the error. */
  readonly unknown: string;
  /** Said when everything is well again. Default: nothing is. */
  readonly over?: string;
  /** Default: `error`. */
  readonly level?: 'error' | 'warn' | 'info';
}

/** So many kinds of failure are told in one go: whatever gives each failure another sentence does not fill the disk. */
const mostKinds = 100;

/**
 * What goes wrong again and again, said once: when it begins, when it becomes something else, and when it is over. Several may
 * have it, such as one task each at the same platform: what one of them has said the others do not repeat, and it is over
 * when it is over for all.
 */
export class FaultLog {
  readonly #options: FaultLogOptions;
  /** What was said, and who has it. */
  readonly #kinds = new Map<string, Set<string>>();
  #count = 0;

  constructor(options: FaultLogOptions) {
    this.#options = options;
  }

  /** How often something failed. */
  get count(): number {
    return this.#count;
  }

  get isWell(): boolean {
    return this.#kinds.size === 0;
  }

  /** `by`: who has it, where there are several. */
  fault(error: unknown, by = ''): void {
    const { log, known, unknown, level = 'error' } = this.#options;
    this.#count += 1;
    const sentence = known?.(error, by);
    const kind = sentence ?? (error instanceof Error ? error.message : String(error));
    const has = this.#kinds.get(kind);
    if (has) has.add(by);
    else if (this.#kinds.size < mostKinds) {
      this.#kinds.set(kind, new Set([by]));
      if (sentence === undefined) log[level]({ err: error }, unknown);
      else log[level](sentence);
    }
  }

  /** It worked for this one. */
  well(by = ''): void {
    if (this.#kinds.size === 0) return;
    this.leave(by);
    for (const [kind, has] of this.#kinds) if (has.size === 0) this.#kinds.delete(kind);
    const { log, over } = this.#options;
    if (this.#kinds.size === 0 && over !== undefined) log.info(over);
  }

  /** Nobody tries it for this one any more: whether it would work is not known. */
  leave(by: string): void {
    for (const has of this.#kinds.values()) has.delete(by);
  }
}
