import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';

/**
 * Gives back the room of rows that are gone, where that is worth it: a PostgreSQL of one process has no autovacuum. Its
 * own measure: more than 50 rows, and a fifth of the table. One table at a time, so that commits come in between.
 * Answers with the tables.
 */
export async function vacuum(db: Kysely<Database>): Promise<readonly string[]> {
  // Counted are otherwise only the changes that are a second old.
  await sql`select pg_stat_force_next_flush()`.execute(db);
  const { rows } = await sql<{ name: string }>`select relname as name from pg_stat_user_tables
    where n_dead_tup > 50 + 0.2 * n_live_tup order by n_dead_tup desc`.execute(db);
  for (const { name } of rows) await sql`vacuum ${sql.table(name)}`.execute(db);
  return rows.map(({ name }) => name);
}
