import type { Fact, InteractionId } from '@eyeline/protocol';
import { readFact } from './read-row.ts';
import type { Unreadable } from './store.ts';

/** Reads rows one by one: a bad one is told, and the others are read. */
export function readEach<R, T>(
  rows: readonly R[],
  subject: string,
  unreadable: Unreadable[],
  read: (row: R) => T,
): readonly T[] {
  return rows.flatMap(row => {
    try {
      return [read(row)];
    } catch (error) {
      unreadable.push({ subject, error });
      return [];
    }
  });
}

/** Reads the logs of interactions: one of which a fact is bad is lost as a whole, for what it means is not known. */
export function readLogs(
  rows: readonly Parameters<typeof readFact>[0][],
  unreadable: Unreadable[],
): { readonly facts: readonly Fact[]; readonly lost: readonly InteractionId[] } {
  const lost = new Set<string>();
  const facts = rows.flatMap(row => {
    try {
      return [readFact(row)];
    } catch (error) {
      if (!lost.has(row.interaction_id)) unreadable.push({ subject: `interaction ${row.interaction_id}`, error });
      lost.add(row.interaction_id);
      return [];
    }
  });
  return {
    facts: facts.filter(({ interactionId }) => !lost.has(interactionId)),
    lost: [...lost] as InteractionId[],
  };
}
