import { type Kysely, sql } from 'kysely';

/** What people put into conversations. JPEG is compressed already: it is kept as it is. */
export async function addFiles(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table file (
      interaction_id text not null, file_id text not null, media_type text not null, at bigint not null,
      content bytea not null, primary key (interaction_id, file_id))`,
    sql`alter table file alter column content set storage external`,
  ];
  for (const statement of statements) await statement.execute(db);
}
