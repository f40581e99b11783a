import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import type { CommandRecord, Kept } from './store.ts';

/** In the order of time. */
export async function loadCommands(db: Kysely<Database>, kept: Kept): Promise<readonly CommandRecord[]> {
  const age = sql<number>`row_number() over (order by at desc)`;
  const newest = db
    .selectFrom('command')
    .select(['scope', 'command_id', 'name', 'at', 'value', age.as('age')])
    .where('at', '>=', kept.since)
    .orderBy('at', 'desc')
    .limit(kept.ids);
  const value = sql<unknown>`case when age <= ${kept.answers} then value end`;
  const rows = await db
    .selectFrom(newest.as('newest'))
    .select(['scope', 'command_id', 'name', 'at', value.as('value')])
    .orderBy('at')
    .execute();
  return rows.map(row => ({
    scope: row.scope,
    commandId: row.command_id,
    name: row.name,
    at: Number(row.at),
    value: row.value ?? undefined,
  }));
}

export async function forgetCommands(db: Kysely<Database>, { since, ids }: Kept): Promise<void> {
  const firstKept = db
    .selectFrom('command')
    .select('at')
    .orderBy('at', 'desc')
    .offset(ids - 1)
    .limit(1);
  const oldest = sql<number>`greatest(${since}, (${firstKept}))`;
  await db.deleteFrom('command').where('at', '<', oldest).execute();
}
