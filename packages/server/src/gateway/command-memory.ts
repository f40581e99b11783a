import type { CommandRecord } from '../store/store.ts';

/** How long the answer to a command is remembered, in ms. A page repeats a command within seconds. */
export const rememberCommandsMs = 60 * 60_000;

const keyOf = (scope: string, commandId: string): string => `${scope} ${commandId}`;

/** What was answered lately: a command that comes again gets the same answer and is not carried out again. */
export class CommandMemory {
  /** In the order of time, so the oldest are found first. */
  readonly #records = new Map<string, CommandRecord>();

  add(record: CommandRecord): void {
    this.#records.set(keyOf(record.scope, record.commandId), record);
    for (const [key, old] of this.#records) {
      if (record.at - old.at < rememberCommandsMs) break;
      this.#records.delete(key);
    }
  }

  /** It was not carried out after all. */
  remove({ scope, commandId }: CommandRecord): void {
    this.#records.delete(keyOf(scope, commandId));
  }

  get(scope: string, commandId: string): CommandRecord | undefined {
    return this.#records.get(keyOf(scope, commandId));
  }
}
