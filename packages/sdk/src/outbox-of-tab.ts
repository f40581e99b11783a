import { isDurable, type OutboxEntry, type OutboxOwner, type OutboxStore } from '@eyeline/machines';
import { type CommandName, Failure, keptInputs } from '@eyeline/protocol';
import * as v from 'valibot';
import type { TabStore } from './tab-store.ts';

const keyOf = ({ interactionId, participantId }: OutboxOwner) => `${interactionId} ${participantId}`;

const inputs: { readonly [N in CommandName]?: v.GenericSchema } = keptInputs;

/** Owner -> entries. */
const Stored = v.record(v.string(), v.array(v.unknown()));

/** Keeps outboxes as JSON in a tab's storage. Where that fails, the browser asks before the page is left with something unsent. */
export function outboxOfTab(store: TabStore): OutboxStore {
  /** All that is unsent, kept or not. */
  let outboxes = readStored(store.read());

  /** Each is read for itself: one that is none does not take the others with it. */
  const readEntry = (stored: unknown): OutboxEntry[] => {
    try {
      const { command, failure } = stored as OutboxEntry;
      v.assert(inputs[command.type] ?? v.never(), command);
      v.assert(v.nullable(Failure), failure);
      return isDurable(command) ? [{ command, failure, isAsked: false }] : [];
    } catch {
      return [];
    }
  };

  const ask = (event: Event) => event.preventDefault();
  const keep = () => {
    const isEmpty = Object.keys(outboxes).length === 0;
    const isKept = store.write(isEmpty ? null : JSON.stringify(outboxes)) || isEmpty;
    // Listened for only then: browsers do not keep a page for the way back that always listens. Outside of a page nobody asks.
    const { addEventListener: add, removeEventListener: remove }: Partial<typeof globalThis> = globalThis;
    (isKept ? remove : add)?.call(globalThis, 'beforeunload', ask);
  };

  return {
    read: owner => (outboxes[keyOf(owner)] ?? []).flatMap(readEntry),
    write(owner, outbox) {
      const { [keyOf(owner)]: _, ...others } = outboxes;
      outboxes = outbox.length > 0 ? { ...others, [keyOf(owner)]: outbox } : others;
      keep();
    },
    clear() {
      outboxes = {};
      keep();
    },
  };
}

function readStored(text: string | null): Readonly<Record<string, readonly unknown[]>> {
  try {
    return v.parse(Stored, JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}
