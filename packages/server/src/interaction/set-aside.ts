import { cutText, cutUnits, toPlainText } from '@eyeline/protocol';
import type { Logger } from 'pino';
import { sqlStateOf } from '../store/refused-record.ts';
import type { Store } from '../store/store.ts';
import type { Records } from './journal.ts';

/** The store would not have it, or what it has cannot be read. */
export type SetAsideKind = 'refused' | 'unreadable';

const longestReason = 400;
const longestContent = 20_000;

/**
 * What one bad record leaves: a row that says which it was and why, a line in the log without what was in it, and a figure.
 * The rest goes on.
 */
export class SetAside {
  readonly #store: Pick<Store, 'setAside'>;
  readonly #log: Logger;
  readonly #counts: Record<SetAsideKind, number> = { refused: 0, unreadable: 0 };
  readonly #underway = new Set<Promise<void>>();

  constructor(store: Pick<Store, 'setAside'>, log: Logger) {
    this.#store = store;
    this.#log = log;
  }

  /** Since the start of this server. */
  count(kind: SetAsideKind): number {
    return this.#counts[kind];
  }

  /** The store will not have this change. */
  refused(records: Records, error: unknown, at: number): void {
    const { facts, inputs, commands, interactions } = records;
    const names = [...facts.map(({ type }) => type), ...inputs.map(({ input }) => input.type)];
    const content = { facts, inputs, interactions, commands: commands.map(({ name }) => name) };
    this.#add('refused', names.join(', ') || 'a change without facts', error, at, content);
  }

  /** What is stored under this name cannot be read. It stays where it is, and nobody works with it. */
  unreadable(subject: string, error: unknown, at: number): void {
    this.#add('unreadable', subject, error, at, null);
  }

  /** Resolves when all of it is stored, as far as the store takes it. */
  async settled(): Promise<void> {
    await Promise.all(this.#underway);
  }

  #add(kind: SetAsideKind, subject: string, error: unknown, at: number, content: unknown): void {
    this.#counts[kind] += 1;
    const state = sqlStateOf(error);
    // Not the error itself: PostgreSQL writes into it what was given.
    this.#log.error(
      { kind, subject: cutText(subject, longestReason), sqlState: state },
      kind === 'refused'
        ? 'The store refuses a record. It is set aside with the reason in the table set_aside; all else goes on.'
        : 'A stored record cannot be read. It is set aside with the reason in the table set_aside; all else goes on.',
    );
    const stated = error instanceof Error ? error.message : String(error);
    const record = {
      at,
      kind,
      subject: cutText(toPlainText(subject), longestReason),
      reason: cutText(toPlainText(`${state ?? ''} ${stated}`.trim()), longestReason),
      content: content === null ? null : cutUnits(textOf(content), longestContent),
    };
    const storing: Promise<void> = this.#store
      .setAside(record)
      .catch(failure => this.#log.error({ sqlState: sqlStateOf(failure) }, 'The reason could not be kept either.'))
      .finally(() => this.#underway.delete(storing));
    this.#underway.add(storing);
  }
}

/** JSON without a character that a column of text does not take. */
function textOf(content: unknown): string {
  try {
    return JSON.stringify(content);
  } catch {
    return 'It cannot be written as JSON.';
  }
}
