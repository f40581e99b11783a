import { type Kysely, sql } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';

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
  '003-directory': {
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
};

export const migrationProvider: MigrationProvider = { getMigrations: async () => migrations };
