import { hash } from 'node:crypto';
import type { CommandRecord, Kept } from '../store/store.ts';

/** A page repeats a command within seconds, and after a break of its connection within the hour. */
export const rememberCommandsMs = 60 * 60_000;

/** What is remembered at most: so many ids, and of the newest of them so many answers of so many bytes in all. */
export interface Bounds {
  readonly ids: number;
  readonly answers: number;
  readonly bytes: number;
}

export const commandBounds: Bounds = { ids: 500_000, answers: 20_000, bytes: 8_000_000 };

/** What is wanted of the store. */
export const keptCommands = (now: number): Kept => ({
  since: now - rememberCommandsMs,
  ids: commandBounds.ids,
  answers: commandBounds.answers,
});

/** After so many commands those are looked for that are too old. */
const tidyEvery = 1000;
/** How much is kept where there is too much. */
const keptShare = 7 / 8;
const emptyBytes = '{}'.length;

interface Entry {
  readonly name: string;
  readonly at: number;
}

interface Answer {
  readonly value: unknown;
  readonly bytes: number;
}

/** What is known of a command that was carried out. */
export interface Remembered {
  readonly name: string;
  /** Undefined where the answer was dropped to keep memory bounded. */
  readonly value: unknown;
}

/**
 * Which commands were carried out lately, so that none is carried out again, and what was answered. Ids are kept as hashes and
 * outlive the answers: a command whose answer was dropped is known to be done.
 */
export class CommandMemory {
  readonly #bounds: Bounds;
  /** In the order of time, so the oldest are found first. */
  readonly #entries = new Map<string, Entry>();
  readonly #answers = new Map<string, Answer>();
  #bytes = 0;
  #sinceTidied = 0;

  constructor(bounds: Bounds = commandBounds) {
    this.#bounds = bounds;
  }

  get size(): { readonly ids: number; readonly answers: number; readonly bytes: number } {
    return { ids: this.#entries.size, answers: this.#answers.size, bytes: this.#bytes };
  }

  /** `value` undefined: what was answered is not known any more. */
  add({ scope, commandId, name, at, value }: CommandRecord): void {
    const key = keyOf(scope, commandId);
    this.#entries.set(key, { name, at });
    const bytes = value === undefined ? 0 : JSON.stringify(value).length;
    // An answer that says nothing can be given without having been kept.
    if (bytes > emptyBytes) {
      this.#answers.set(key, { value, bytes });
      this.#bytes += bytes;
    }
    this.#sinceTidied += 1;
    if (this.#isFull() || this.#sinceTidied >= tidyEvery) this.#tidy(at);
  }

  /** It was not carried out after all. */
  remove({ scope, commandId }: Pick<CommandRecord, 'scope' | 'commandId'>): void {
    this.#forget(keyOf(scope, commandId));
  }

  get(scope: string, commandId: string): Remembered | undefined {
    const key = keyOf(scope, commandId);
    const entry = this.#entries.get(key);
    return entry && { name: entry.name, value: this.#answers.get(key)?.value };
  }

  #isFull(): boolean {
    const { ids, answers, bytes } = this.#bounds;
    return this.#entries.size > ids || this.#answers.size > answers || this.#bytes > bytes;
  }

  /** Many at once: a map that loses its first entry again and again is slow to find the next one. */
  #tidy(now: number): void {
    this.#sinceTidied = 0;
    const share = this.#isFull() ? keptShare : 1;
    const { ids, answers, bytes } = this.#bounds;
    for (const [old, { at }] of this.#entries) {
      if (now - at < rememberCommandsMs && this.#entries.size <= ids * share) break;
      this.#forget(old);
    }
    for (const old of this.#answers.keys()) {
      if (this.#answers.size <= answers * share && this.#bytes <= bytes * share) break;
      this.#dropAnswer(old);
    }
  }

  #forget(key: string): void {
    this.#entries.delete(key);
    this.#dropAnswer(key);
  }

  #dropAnswer(key: string): void {
    this.#bytes -= this.#answers.get(key)?.bytes ?? 0;
    this.#answers.delete(key);
  }
}

/** 96 bits: no two meet. */
const keyOf = (scope: string, commandId: string): string =>
  hash('sha256', `${scope} ${commandId}`, 'base64').slice(0, 16);
