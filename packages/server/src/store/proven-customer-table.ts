import type { Fact } from '@eyeline/protocol';
import { InteractionId } from '@eyeline/protocol';
import { type Kysely, sql } from 'kysely';
import * as v from 'valibot';
import type { Database } from './database.ts';
import type { ConversationsQuery, ProvenConversation } from './store.ts';

/** What facts say of who was proven, as rows. */
export const provenIn = (facts: readonly Fact[]) =>
  facts.flatMap(fact =>
    fact.type === 'participant.identified' && fact.customer.level === 'verified' && fact.customer.id !== undefined
      ? [
          {
            realm: fact.customer.realm,
            customer_id: fact.customer.id,
            interaction_id: fact.interactionId,
            at: fact.at,
          },
        ]
      : [],
  );

/** By the index: however many conversations there are of others. */
export async function findConversations(
  db: Kysely<Database>,
  { realm, customerId, since, before, limit }: ConversationsQuery,
): Promise<readonly ProvenConversation[]> {
  let query = db
    .selectFrom('proven_customer')
    .select(['interaction_id', 'at'])
    .where('realm', '=', realm)
    .where('customer_id', '=', customerId)
    .where('at', '>=', since);
  if (before) query = query.where(sql<boolean>`(at, interaction_id) < (${before.at}::bigint, ${before.interactionId})`);
  const rows = await query.orderBy('at', 'desc').orderBy('interaction_id', 'desc').limit(limit).execute();
  return rows.map(row => ({ interactionId: v.parse(InteractionId, row.interaction_id), at: Number(row.at) }));
}
