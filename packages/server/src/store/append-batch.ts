import type { Fact } from '@eyeline/protocol';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { Batch } from './store.ts';

const payloadOf = ({ type, interactionId, seq, at, ...payload }: Fact): string => JSON.stringify(payload);

/**
 * All tables with one statement, however many rows: columns travel as arrays, and there is one way to the database and
 * back. Rows that are there already stay as they are, so that a batch whose fate is unknown can be stored again.
 */
export async function appendBatch(db: Pick<Transaction<Database>, 'getExecutor'>, batch: Batch): Promise<void> {
  const parts = [...inserts(batch)].map((insert, index) => sql`${sql.raw(`part_${index}`)} as (${insert})`);
  if (parts.length > 0) await sql`with ${sql.join(parts)} select 1`.execute(db);
}

function* inserts(batch: Batch): Generator<RawBuilder<unknown>> {
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
  const last = inputs.at(-1);
  if (last)
    // One row a batch: inputs are only ever read all together.
    yield sql`insert into routing_input (number, at, input)
      values (${last.number}, ${last.at}, ${JSON.stringify(inputs)}::text) on conflict do nothing`;
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
  if (snapshot)
    yield sql`insert into routing_snapshot (number, at, state) values
      (${snapshot.number}, ${snapshot.state.now}, ${JSON.stringify(snapshot.state)}::text) on conflict do nothing`;
}
