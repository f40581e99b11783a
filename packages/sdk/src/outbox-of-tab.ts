import { isDurable, type Outbox, type OutboxEntry, type OutboxOwner, type OutboxStore } from '@eyeline/machines';
import { Failure } from '@eyeline/protocol';
import * as v from 'valibot';
import { warnOnLeaving } from './leaving.ts';
import type { WireTables } from './line/wire-tables.ts';
import type { TabStore } from './tab-store.ts';

/** Owner -> entries. Each entry is read for itself: one that is none does not take the others with it. */
const Stored = v.record(v.string(), v.array(v.unknown()));
const StoredEntry = v.object({ wish: v.looseObject({ type: v.string() }), failure: v.nullable(Failure) });

const keyOf = ({ interactionId, participantId }: OutboxOwner) => `${interactionId} ${participantId}`;

/** Keeps outboxes as JSON in a tab's storage. Where that fails, whoever leaves with something unsent is warned. */
export function outboxOfTab(store: TabStore, { commands }: WireTables): OutboxStore {
  /** All that is unsent, kept or not. */
  let outboxes = read(store.read());

  const entryOf = (stored: unknown): OutboxEntry[] => {
    const entry = v.safeParse(StoredEntry, stored);
    if (!entry.success) return [];
    const { wish, failure } = entry.output;
    const table: Partial<Record<string, { input: v.GenericSchema }>> = commands;
    const schema = Object.hasOwn(table, wish.type) ? table[wish.type]?.input : undefined;
    if (!schema || !v.is(schema, wish)) return [];
    // Its own schema has just read it; TypeScript does not follow a name through a table.
    const command = wish as unknown as OutboxEntry['wish'];
    return isDurable(command) ? [{ wish: command, isAsked: false, failure }] : [];
  };

  const keep = () => {
    const isEmpty = Object.keys(outboxes).length === 0;
    const isKept = store.write(isEmpty ? null : JSON.stringify(outboxes));
    warnOnLeaving(store, !isKept && !isEmpty);
  };

  return {
    read: owner => (outboxes[keyOf(owner)] ?? []).flatMap(entryOf),
    write(owner, outbox: Outbox) {
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

function read(text: string | null): Readonly<Record<string, readonly unknown[]>> {
  try {
    const stored = v.safeParse(Stored, JSON.parse(text ?? '{}'));
    return stored.success ? stored.output : {};
  } catch {
    return {};
  }
}
