import { type Kysely, sql } from 'kysely';

/** Other systems and their secrets, of which only hashes are kept. The tokens of before are applications with one secret. */
export async function addApplications(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table application (
      application_id text primary key, name text not null, scopes jsonb not null, entry_points jsonb not null,
      created_at bigint not null)`,
    sql`create table application_secret (
      secret_id text primary key, application_id text not null references application on delete cascade,
      secret_hash text not null unique, issued_at bigint not null, expires_at bigint, last_used_at bigint)`,
    sql`create index application_secret_application on application_secret (application_id)`,
    sql`insert into application select token_id, name, jsonb_build_array(scope), 'null'::jsonb, issued_at from service_token`,
    sql`insert into application_secret
      select token_id, token_id, token_hash, issued_at, expires_at, null from service_token`,
    sql`drop table service_token`,
  ];
  for (const statement of statements) await statement.execute(db);
}
