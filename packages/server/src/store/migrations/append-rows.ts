import { type Kysely, sql } from 'kysely';
import { appendFunction } from './append-functions.ts';

/** How rows come: as one JSON array, named by column. */
const rows = '_rows jsonb';
const from = (columns: string) => `jsonb_to_recordset(_rows) as row (${columns})`;
/** Of rows of the same name the last one counts. */
const lastOf = (key: string, columns: string, columnsOfRow: string) => `
    select distinct on (${key}) ${columns}
    from (select value, place from jsonb_array_elements(_rows) with ordinality as all_rows (value, place)) as one,
      jsonb_to_record(one.value) as row (${columnsOfRow})
    order by ${key}, place desc`;

/**
 * Rows of a table come as one parameter: PostgreSQL takes them apart for half of what an array for each column costs both ends.
 * What they do is what the functions before did.
 */
const functions: readonly string[] = [
  appendFunction(
    'append_facts',
    rows,
    `
  insert into fact (interaction_id, seq, at, name, payload)
    select interaction_id, seq, at, name, payload
    from ${from('interaction_id text, seq integer, at bigint, name text, payload jsonb')}
    on conflict do nothing;`,
  ),
  appendFunction(
    'append_interactions',
    rows,
    `
  insert into interaction (interaction_id, live)${lastOf('interaction_id', 'interaction_id, live', 'interaction_id text, live boolean')}
    on conflict (interaction_id) do update set live = excluded.live;`,
  ),
  appendFunction(
    'append_commands',
    rows,
    `
  insert into command (scope, command_id, name, at, value)
    select scope, command_id, name, at, coalesce(value, 'null')
    from ${from('scope text, command_id text, name text, at bigint, value jsonb')}
    on conflict do nothing;`,
  ),
  appendFunction(
    'append_sessions',
    rows,
    `
  insert into agent_session (agent_id, session_id)${lastOf('agent_id', 'agent_id, session_id', 'agent_id text, session_id text')}
    on conflict (agent_id) do update set session_id = excluded.session_id;`,
  ),
  appendFunction(
    'append_outside',
    rows,
    `
  insert into outside_state (system, subject, value)${lastOf('system, subject', 'system, subject, row.value', 'system text, subject text, value jsonb')}
    on conflict (system, subject) do update set value = excluded.value;
  delete from outside_state where value is null;`,
  ),
  appendFunction(
    'append_invitations',
    rows,
    `
  insert into invitation (invitation_id, code_hash, expires_at, value)${lastOf(
    'invitation_id',
    'invitation_id, code_hash, expires_at, row.value',
    'invitation_id text, code_hash text, expires_at bigint, value jsonb',
  )}
    on conflict (invitation_id) do update set expires_at = excluded.expires_at, value = excluded.value;`,
  ),
];

export async function appendByRows(db: Kysely<unknown>): Promise<void> {
  for (const one of functions) {
    const [, name] = /^create function (\w+)/.exec(one) ?? [];
    await sql`drop function ${sql.ref(name ?? '')}`.execute(db);
    await sql`${sql.raw(one)}`.execute(db);
  }
}
