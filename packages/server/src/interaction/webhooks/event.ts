import { type Fact, type FactName, factEvents } from '@eyeline/protocol';
import * as v from 'valibot';
import type { PlacedFact } from '../../store/webhooks/webhook-store.ts';

/** What a receiver is sent: what the log says, with the entry point. */
export interface WebhookEvent<N extends FactName = FactName> {
  readonly type: N;
  /** When it happened, as `2026-11-28T09:00:00.000Z`. */
  readonly timestamp: string;
  readonly data: Omit<Fact<N>, 'type' | 'at'> & {
    /** Of the interaction. */
    readonly entryPointId: string;
    /** Only where it is a question to a colleague. */
    readonly isConsult?: true | undefined;
  };
}

const about = { entryPointId: v.string(), isConsult: v.optional(v.literal(true)) };

function schemaOf(name: string, { type: _, at: __, ...entries }: v.ObjectEntries) {
  const timestamp = v.pipe(v.string(), v.isoTimestamp());
  return v.object({ type: v.literal(name), timestamp, data: v.object({ ...entries, ...about }) });
}

/** By its type. */
export const webhookEvents = Object.fromEntries(
  Object.entries(factEvents).map(([name, { entries }]) => [name, schemaOf(name, entries)]),
) as unknown as { readonly [N in FactName]: v.GenericSchema<unknown, WebhookEvent<N>> };

/** The same for the same fact, for ever: a receiver knows by it what it has. It has no full stop, which the signature needs. */
export const eventIdOf = ({ interactionId, seq }: Pick<PlacedFact, 'interactionId' | 'seq'>): string =>
  `msg_${interactionId.replaceAll('.', '_')}_${seq}`;

/** What is sent; byte for byte the same each time. */
export function bodyOf(
  { entryPointId, isConsult }: Pick<PlacedFact, 'entryPointId' | 'isConsult'>,
  fact: Fact,
): string {
  const { type, at, ...data } = fact;
  const rest = { ...data, entryPointId, ...(isConsult ? { isConsult } : {}) };
  return JSON.stringify({ type, timestamp: new Date(at).toISOString(), data: rest });
}
