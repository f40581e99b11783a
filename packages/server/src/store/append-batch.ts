import type { Fact } from '@eyeline/protocol';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { Batch } from './store.ts';

const payloadOf = ({ type, interactionId, seq, at, ...payload }: Fact): string => JSON.stringify(payload);

/**
 * Each table with one statement, however many rows: columns travel as arrays. Rows that are there already stay as they
 * are, so that a batch whose fate is unknown can be stored again.
 */
export async function appendBatch(db: Transaction<Database>, batch: Batch): Promise<void> {
  for (const statement of statements(batch)) await statement.execute(db);
}

function* statements(batch: Batch): Generator<RawBuilder<unknown>> {
  const { facts, inputs, commands, sessions, interactions, snapshot } = batch;
  if (facts.length > 0)
    yield sql`insert into fact (interaction_id, seq, at, name, payload)
      select a, b, c, d, e::jsonb from unnest(
        ${facts.map(fact => fact.interactionId)}::text[], ${facts.map(fact => fact.seq)}::integer[],
        ${facts.map(fact => fact.at)}::bigint[], ${facts.map(fact => fact.type)}::text[],
        ${facts.map(payloadOf)}::text[]) as row (a, b, c, d, e)
      on conflict do nothing`;
  if (interactions.length > 0)
    yield sql`insert into interaction (interaction_id, live)
      select distinct on (a) a, b from unnest(
        ${interactions.map(one => one.interactionId)}::text[], ${interactions.map(one => one.live)}::boolean[])
        with ordinality as row (a, b, place) order by a, place desc
      on conflict (interaction_id) do update set live = excluded.live`;
  if (inputs.length > 0)
    yield sql`insert into routing_input (number, at, input)
      select a, b, c::jsonb from unnest(
        ${inputs.map(one => one.number)}::bigint[], ${inputs.map(one => one.at)}::bigint[],
        ${inputs.map(one => JSON.stringify(one.input))}::text[]) as row (a, b, c)
      on conflict do nothing`;
  if (commands.length > 0)
    yield sql`insert into command (scope, command_id, name, at, value)
      select a, b, c, d, e::jsonb from unnest(
        ${commands.map(one => one.scope)}::text[], ${commands.map(one => one.commandId)}::text[],
        ${commands.map(one => one.name)}::text[], ${commands.map(one => one.at)}::bigint[],
        ${commands.map(one => JSON.stringify(one.value))}::text[]) as row (a, b, c, d, e)
      on conflict do nothing`;
  if (sessions.length > 0)
    yield sql`insert into agent_session (agent_id, session_id)
      select distinct on (a) a, b from unnest(
        ${sessions.map(one => one.agentId)}::text[], ${sessions.map(one => one.sessionId)}::text[])
        with ordinality as row (a, b, place) order by a, place desc
      on conflict (agent_id) do update set session_id = excluded.session_id`;
  if (!snapshot) return;
  yield sql`insert into routing_snapshot (number, state)
    values (${snapshot.number}, ${JSON.stringify(snapshot.state)}::text::jsonb) on conflict do nothing`;
  yield sql`delete from routing_snapshot where number < ${snapshot.number}`;
  yield sql`delete from routing_input where number <= ${snapshot.number}`;
}
