import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDataDirectory } from '../../testing/empty-store.ts';
import type { Database } from '../database.ts';
import { PgliteThread } from './pglite-thread.ts';
import { vacuum } from './vacuum.ts';

let directory: string;
let db: Kysely<Database>;
beforeAll(async () => {
  directory = await emptyDataDirectory();
  db = new Kysely({ dialect: new PGliteDialect({ pglite: new PgliteThread(join(directory, 'postgres')) }) });
});
afterAll(async () => {
  await db.destroy();
  await rm(directory, { recursive: true, force: true });
});

test('only the tables that hold room for nothing are vacuumed, and once', async () => {
  await sql`insert into command select 'anna', i::text, 'message.send', 1, '{}' from generate_series(1, 1000) as i`.execute(
    db,
  );
  await sql`insert into fact select 'one', i, 1, 'message.sent', '{}' from generate_series(1, 1000) as i`.execute(db);
  await vacuum(db);
  await db.deleteFrom('fact').where('seq', '<', 50).execute();
  expect(await vacuum(db)).toEqual([]);
  await db.deleteFrom('command').where('at', '=', 1).execute();
  expect(await vacuum(db)).toEqual(['command']);
  expect(await vacuum(db)).toEqual([]);
});
