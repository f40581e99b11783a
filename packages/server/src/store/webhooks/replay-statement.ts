import { type RawBuilder, sql } from 'kysely';
import type { ReplayFrom } from './webhook-store.ts';

/**
 * Begins again, with one statement. `position`: the place after which all is sent again, where it begins at an instant.
 * An interaction that lags does so from the earlier of both on.
 */
export function replayStatement(
  subscriptionId: string,
  from: ReplayFrom,
  position: number | null,
  now: number,
): RawBuilder<unknown> {
  const lagFrom = (rows: RawBuilder<unknown>) => sql`insert into webhook_lag
    (subscription_id, interaction_id, seq, attempts, due_at, since) ${rows}
    on conflict (subscription_id, interaction_id) do update
    set seq = least(webhook_lag.seq, excluded.seq), attempts = 0, due_at = excluded.due_at, since = excluded.since`;
  const touch = (rest = sql``) => sql`update webhook_subscription set version = version + 1 ${rest}
    where subscription_id = ${subscriptionId} returning subscription_id`;
  if ('interactionId' in from)
    return sql`with won as (${touch()}), dead as (
      delete from webhook_dead using won where webhook_dead.subscription_id = won.subscription_id
      and webhook_dead.interaction_id = ${from.interactionId} and webhook_dead.seq >= ${from.seq}),
    lag as (${lagFrom(sql`select won.subscription_id, fact.interaction_id,
      min(fact.seq), 0, ${now}::bigint, ${now}::bigint from won, fact where fact.interaction_id = ${from.interactionId}
      and fact.seq >= ${from.seq} and fact.position <= (select position from webhook_subscription
        where subscription_id = ${subscriptionId}) group by won.subscription_id, fact.interaction_id`)})
      select 1 from won`;
  if ('deadLetters' in from)
    return sql`with won as (${touch()}), dead as (
      delete from webhook_dead using won where webhook_dead.subscription_id = won.subscription_id
      returning webhook_dead.interaction_id, webhook_dead.seq),
    lag as (${lagFrom(sql`select won.subscription_id, dead.interaction_id, min(dead.seq), 0, ${now}::bigint, ${now}::bigint
      from won, dead group by won.subscription_id, dead.interaction_id`)})
      select 1 from won`;
  return sql`with won as (${touch(sql`, position = least(position, ${position})`)}), dead as (
    delete from webhook_dead using won, fact where webhook_dead.subscription_id = won.subscription_id
    and fact.interaction_id = webhook_dead.interaction_id and fact.seq = webhook_dead.seq
    and fact.position > ${position}),
  lag as (
    update webhook_lag set attempts = 0, due_at = ${now}, since = ${now}, seq = least(webhook_lag.seq, coalesce(
      (select min(fact.seq) from fact where fact.interaction_id = webhook_lag.interaction_id
        and fact.position > ${position}), webhook_lag.seq))
    from won where webhook_lag.subscription_id = won.subscription_id)
    select 1 from won`;
}
