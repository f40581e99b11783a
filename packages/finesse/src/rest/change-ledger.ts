import type { Update } from '../codec/update.ts';
import { FinesseError } from '../finesse-error.ts';
import { answers } from '../sentences/answers.ts';
import { describeErrors } from './answer-fault.ts';

/** A change that was asked for and is not confirmed yet. */
export interface AwaitedChange<T> {
  readonly requestId: string;
  /** What the update says of the change, or undefined when it is about something else. */
  readonly confirm: (update: Update) => T | undefined;
  readonly timeoutMs: number;
  /** For the sentence of a failure: "make 1001 not ready". */
  readonly what: string;
}

interface Entry {
  offer(update: Update): boolean;
  fail(error: FinesseError): void;
}

/**
 * Finesse answers a change with 202 and says later, in a notification, whether it happened. The ledger holds the changes
 * whose notification has not come. Enter one before its request is sent: the notification may be faster than the 202.
 */
export class ChangeLedger {
  readonly #entries = new Map<string, Entry>();

  /** How many changes are not confirmed. */
  get size(): number {
    return this.#entries.size;
  }

  /** Sends a change and waits for its confirmation. */
  async await<T>(change: AwaitedChange<T>, send: () => Promise<unknown>): Promise<T> {
    const { requestId, confirm, timeoutMs, what } = change;
    let timer: NodeJS.Timeout | undefined;
    const confirmed = new Promise<T>((resolve, reject) => {
      this.#entries.set(requestId, {
        offer: update => {
          const result = confirm(update);
          if (result === undefined) return false;
          resolve(result);
          return true;
        },
        fail: reject,
      });
      timer = setTimeout(() => {
        reject(new FinesseError('not-confirmed', answers.notConfirmed(what, timeoutMs)));
      }, timeoutMs);
    });
    // The request may fail first; then nobody waits for the confirmation any more.
    confirmed.catch(() => undefined);
    try {
      await send();
      return await confirmed;
    } finally {
      clearTimeout(timer);
      this.#entries.delete(requestId);
    }
  }

  /** Takes a notification. One with a requestId is about that change only; one without may confirm any. */
  take(update: Update): void {
    if (update.requestId !== undefined) {
      const entry = this.#entries.get(update.requestId);
      if (!entry) return;
      if (update.content.type === 'errors') {
        const { errors } = update.content;
        entry.fail(
          new FinesseError(codeOf(errors[0]?.type), answers.changeRefused(describeErrors(errors)), { errors }),
        );
      } else entry.offer(update);
      return;
    }
    if (update.content.type === 'errors') return;
    for (const entry of this.#entries.values()) entry.offer(update);
  }
}

function codeOf(type = ''): 'invalid-state' | 'invalid-input' | 'refused' {
  const lower = type.toLowerCase();
  if (lower.includes('state')) return 'invalid-state';
  return lower.includes('device') || lower.includes('input') ? 'invalid-input' : 'refused';
}
