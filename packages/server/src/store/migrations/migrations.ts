import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Database } from '../database.ts';
import { addApplications } from './add-applications.ts';
import { addFiles } from './add-files.ts';
import { addInvitations } from './add-invitations.ts';
import { addProvenCustomers } from './add-proven-customers.ts';
import { addWebhooks } from './add-webhooks.ts';
import { appendFunctions } from './append-functions.ts';
import { appendByRows } from './append-rows.ts';
import { markDemoAccounts } from './mark-demo-accounts.ts';
import { renameWords } from './renamed-words.ts';

/**
 * All tables in one call, whose plans PostgreSQL keeps: planning cost more than inserting. Rows that are there already stay
 * as they are, so that a batch whose fate is unknown can be stored again.
 */
const appendBatchFunction = (parameters = '', statements = '') => `create function append_batch(
  _fact_of text[], _fact_seq integer[], _fact_at bigint[], _fact_name text[], _fact_payload text[],
  _interaction text[], _live boolean[],
  _input_number bigint, _input_at bigint, _inputs text,
  _command_scope text[], _command text[], _command_name text[], _command_at bigint[], _command_value text[],
  _agent text[], _session text[],
  _snapshot bigint, _snapshot_at bigint, _part integer, _text text, _is_last boolean${parameters}
) returns void language plpgsql as $$
begin
  if cardinality(_fact_of) > 0 then
    insert into fact (interaction_id, seq, at, name, payload)
      select a, b, c, d, e::jsonb
      from unnest(_fact_of, _fact_seq, _fact_at, _fact_name, _fact_payload) as row (a, b, c, d, e)
      on conflict do nothing;
  end if;
  if cardinality(_interaction) > 0 then
    insert into interaction (interaction_id, live)
      select distinct on (a) a, b from unnest(_interaction, _live) with ordinality as row (a, b, place)
      order by a, place desc
      on conflict (interaction_id) do update set live = excluded.live;
  end if;
  if _inputs is not null then
    insert into routing_input (number, at, input) values (_input_number, _input_at, _inputs) on conflict do nothing;
  end if;
  if cardinality(_command) > 0 then
    insert into command (scope, command_id, name, at, value)
      select a, b, c, d, e::jsonb
      from unnest(_command_scope, _command, _command_name, _command_at, _command_value) as row (a, b, c, d, e)
      on conflict do nothing;
  end if;
  if cardinality(_agent) > 0 then
    insert into agent_session (agent_id, session_id)
      select distinct on (a) a, b from unnest(_agent, _session) with ordinality as row (a, b, place)
      order by a, place desc
      on conflict (agent_id) do update set session_id = excluded.session_id;
  end if;
  if _text is not null then
    insert into routing_snapshot_part (number, part, text) values (_snapshot, _part, _text) on conflict do nothing;
  end if;
  if _is_last then
    insert into routing_snapshot (number, at) values (_snapshot, _snapshot_at) on conflict do nothing;
  end if;${statements}
end $$`;

/** What is outside, where it is now. Rows whose value is null are gone. */
const outsideParameters = `,
  _system text[], _subject text[], _outside_value text[]`;
const outsideStatements = `
  if cardinality(_system) > 0 then
    insert into outside_state (system, subject, value)
      select distinct on (a, b) a, b, c::jsonb
      from unnest(_system, _subject, _outside_value) with ordinality as row (a, b, c, place)
      order by a, b, place desc
      on conflict (system, subject) do update set value = excluded.value;
    delete from outside_state where value is null;
  end if;`;

/** In order; one that was released is never changed, the next one mends it. */
const migrations: Record<string, Migration> = {
  '001-first': {
    async up(db: Kysely<unknown>) {
      const statements = [
        sql`create table fact (
          interaction_id text not null, seq integer not null, at bigint not null, name text not null,
          payload jsonb not null, primary key (interaction_id, seq))`,
        sql`create table interaction (interaction_id text primary key, live boolean not null)`,
        sql`create index interaction_live on interaction (interaction_id) where live`,
        sql`create table routing_input (number bigint primary key, at bigint not null, input jsonb not null)`,
        sql`create table routing_snapshot (number bigint primary key, state jsonb not null)`,
        sql`create table command (
          scope text not null, command_id text not null, name text not null, at bigint not null,
          value jsonb not null, primary key (scope, command_id))`,
        sql`create index command_at on command (at)`,
        sql`create table agent_account (
          agent_id text primary key, username text not null unique, name text not null, password_hash text not null)`,
        sql`create table agent_session (agent_id text primary key, session_id text)`,
        sql`create table secret (name text primary key, value text not null)`,
      ];
      for (const statement of statements) await statement.execute(db);
    },
  },
  '002-supervisors-and-decisions': {
    async up(db: Kysely<unknown>) {
      const statements = [
        sql`alter table agent_account add column role text not null default 'agent'`,
        // Snapshots are kept for a while, so that decisions can be gone through again.
        sql`alter table routing_snapshot add column at bigint not null default 0`,
        sql`create index routing_snapshot_at on routing_snapshot (at)`,
        // Nobody looks into them, and a snapshot is long: neither taken apart nor compressed, it stops nobody.
        sql`alter table routing_snapshot alter column state type text using state::text`,
        sql`alter table routing_snapshot alter column state set storage external`,
        sql`alter table routing_input alter column input type text using input::text`,
      ];
      for (const statement of statements) await statement.execute(db);
    },
  },
  '003-append-batch': {
    async up(db: Kysely<unknown>) {
      const statements = [
        // A snapshot comes in parts, so that no commit is long; it counts when its row of routing_snapshot is there.
        sql`alter table routing_snapshot alter column state drop not null`,
        sql`create table routing_snapshot_part (
          number bigint not null, part integer not null, text text not null, primary key (number, part))`,
        sql`alter table routing_snapshot_part alter column text set storage external`,
        sql`${sql.raw(appendBatchFunction())}`,
      ];
      for (const statement of statements) await statement.execute(db);
    },
  },
  '004-directory': {
    async up(db: Kysely<unknown>) {
      const statements = [
        // Whose password another system knows has none here.
        sql`alter table agent_account alter column password_hash drop not null`,
        sql`alter table agent_account add column cisco_id text unique`,
        sql`alter table agent_account add column is_disabled boolean not null default false`,
        sql`create table directory (source text primary key, value jsonb not null)`,
      ];
      for (const statement of statements) await statement.execute(db);
    },
  },
  '005-writer': {
    async up(db: Kysely<unknown>) {
      const statements = [
        sql`create table writer (
          id integer primary key default 1 check (id = 1), holder text, epoch bigint not null, beats bigint not null)`,
        sql`insert into writer (epoch, beats) values (0, 0)`,
        // One statement, so that a break leaves no transaction open; what is under way on a broken connection is waited for.
        sql`create function claim_writer(_holder text) returns bigint language sql set lock_timeout = '2s' as $$
          update writer set epoch = epoch + 1 where holder = _holder returning epoch $$`,
      ];
      for (const statement of statements) await statement.execute(db);
    },
  },
  '006-accounts-and-tokens': {
    async up(db: Kysely<unknown>) {
      const statements = [
        sql`alter table agent_account add column is_demo boolean not null default false`,
        sql`create table api_token (
          token_id text primary key, agent_id text not null, issued_at bigint not null, expires_at bigint not null)`,
        sql`create index api_token_agent on api_token (agent_id, issued_at)`,
      ];
      for (const statement of statements) await statement.execute(db);
      await markDemoAccounts(db);
    },
  },
  '007-set-aside': {
    async up(db: Kysely<unknown>) {
      await sql`create table set_aside (
        id bigint generated always as identity primary key, at bigint not null, kind text not null,
        subject text not null, reason text not null, content text)`.execute(db);
    },
  },
  '008-outside-state': {
    async up(db: Kysely<unknown>) {
      const statements = [
        sql`create table outside_state (
          system text not null, subject text not null, value jsonb, primary key (system, subject))`,
        sql`drop function append_batch`,
        sql`${sql.raw(appendBatchFunction(outsideParameters, outsideStatements))}`,
      ];
      for (const statement of statements) await statement.execute(db);
    },
  },
  '009-append-by-table': {
    async up(db: Kysely<unknown>) {
      await sql`drop function append_batch`.execute(db);
      for (const one of appendFunctions) await sql`${sql.raw(one)}`.execute(db);
    },
  },
  '010-words': { up: renameWords },
  '011-invitations': { up: addInvitations },
  '012-append-rows': { up: appendByRows },
  '013-files': { up: addFiles },
  '015-webhooks': { up: addWebhooks },
  '016-proven-customers': { up: addProvenCustomers },
  '017-applications': { up: addApplications },
};

/**
 * Brings the tables up to date. Nearly always they are, and one query says so: what the migrator asks before it does nothing
 * costs a PostgreSQL that has just started as much time as its start.
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  if (await isUpToDate(db)) return;
  const { Migrator } = await import('kysely/migration');
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error) throw error;
}

async function isUpToDate(db: Kysely<Database>): Promise<boolean> {
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db).catch(error => {
    // Nothing was ever done.
    if (error instanceof Error && 'code' in error && error.code === undefinedTable) return { rows: [] };
    throw error;
  });
  const names = Object.keys(migrations).toSorted();
  return done.rows.length === names.length && done.rows.every(({ name }, n) => name === names[n]);
}

/** PostgreSQL's code. */
const undefinedTable = '42P01';
