import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { expect, test } from 'vitest';
import { addWebhooks } from './add-webhooks.ts';

test('facts of before get their place by their time, and within a log by their number, also where a clock was set back', async () => {
  const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: new PGlite() }) });
  await sql`create table fact (
    interaction_id text not null, seq integer not null, at bigint not null, name text, payload jsonb,
    primary key (interaction_id, seq))`.execute(db);
  const rows = [
    ['b', 2, 30],
    ['a', 1, 10],
    ['b', 1, 20],
    ['a', 3, 12],
    ['a', 2, 40],
  ] as const;
  const add = (row: readonly (string | number)[]) =>
    sql`insert into fact (interaction_id, seq, at) values (${sql.join(row)})`.execute(db);
  for (const row of rows) await add(row);
  await addWebhooks(db);
  await add(['c', 1, 5]);
  const placed = await sql<{ name: string; position: number }>`select interaction_id || seq as name, position::int
    from fact order by position`.execute(db);
  expect(placed.rows.map(({ name, position }) => `${position} ${name}`)).toEqual([
    ...['1 a1', '2 b1', '3 b2', '4 a2', '5 a3', '6 c1'],
  ]);
  await db.destroy();
});

test('an empty store begins with 1', async () => {
  const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: new PGlite() }) });
  await sql`create table fact (interaction_id text, seq integer, at bigint, primary key (interaction_id, seq))`.execute(
    db,
  );
  await addWebhooks(db);
  await sql`insert into fact (interaction_id, seq, at) values ('a', 1, 1)`.execute(db);
  expect((await sql`select position::int as position from fact`.execute(db)).rows).toEqual([{ position: 1 }]);
  await db.destroy();
});
