import { type Kysely, sql } from 'kysely';
import { appendFunction } from './append-functions.ts';

const append = appendFunction(
  'append_invitations',
  '_id text[], _hash text[], _expires_at bigint[], _value text[]',
  `
  insert into invitation (invitation_id, code_hash, expires_at, value)
    select distinct on (a) a, b, c, d::jsonb
    from unnest(_id, _hash, _expires_at, _value) with ordinality as row (a, b, c, d, place)
    order by a, place desc
    on conflict (invitation_id) do update set expires_at = excluded.expires_at, value = excluded.value;`,
);

/** Links by which people come, and the tokens of systems that ask for such links. Of both only hashes are kept. */
export async function addInvitations(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table invitation (
      invitation_id text primary key, code_hash text not null unique, expires_at bigint not null, value jsonb not null)`,
    sql`create index invitation_expires on invitation (expires_at)`,
    sql`create table service_token (
      token_id text primary key, name text not null, token_hash text not null unique, scope text not null,
      issued_at bigint not null, expires_at bigint)`,
    sql`${sql.raw(append)}`,
  ];
  for (const statement of statements) await statement.execute(db);
}
