import { type RawBuilder, sql } from 'kysely';
import type { WebhookTurn } from './webhook-store.ts';

/** All that came of a turn with one statement, where the state is still the one that it was decided on. */
export function settleStatement({
  state,
  attempts,
  lagging,
  caughtUp,
  dead,
}: WebhookTurn): RawBuilder<{ count: number }> {
  const json = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::text::jsonb`;
  return sql<{ count: number }>`with won as (
    update webhook_subscription set position = ${state.position}, paused = ${state.paused}, paused_at = ${state.pausedAt},
      hold_until = ${state.holdUntil}, failures = ${state.failures}, delivered_at = ${state.deliveredAt},
      version = version + 1
    where subscription_id = ${state.subscriptionId} and version = ${state.version} returning subscription_id),
  logged as (
    insert into webhook_attempt (subscription_id, at, event_id, name, attempt, status, reason, ms)
    select won.subscription_id, row.at, row."eventId", row.name, row.attempt, row.status, row.reason, row.ms
    from won, jsonb_to_recordset(${json(attempts)}) as row
      (at bigint, "eventId" text, name text, attempt integer, status integer, reason text, ms integer)),
  lag as (
    insert into webhook_lag (subscription_id, interaction_id, seq, attempts, due_at, since)
    select won.subscription_id, row."interactionId", row.seq, row.attempts, row."dueAt", row.since
    from won, jsonb_to_recordset(${json(lagging)}) as row
      ("interactionId" text, seq integer, attempts integer, "dueAt" bigint, since bigint)
    on conflict (subscription_id, interaction_id) do update
    set seq = excluded.seq, attempts = excluded.attempts, due_at = excluded.due_at, since = excluded.since),
  caught as (
    delete from webhook_lag using won where webhook_lag.subscription_id = won.subscription_id
    and webhook_lag.interaction_id = any(${caughtUp})),
  dead as (
    insert into webhook_dead (subscription_id, interaction_id, seq, at, attempts, reason)
    select won.subscription_id, row."interactionId", row.seq, row.at, row.attempts, row.reason
    from won, jsonb_to_recordset(${json(dead)}) as row
      ("interactionId" text, seq integer, at bigint, attempts integer, reason text)
    on conflict do nothing)
  select count(*)::int as count from won`;
}
