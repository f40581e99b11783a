import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { expect, test } from 'vitest';
import { hashPassword } from '../password.ts';
import { markDemoAccounts } from './mark-demo-accounts.ts';

test('in a store of before, accounts with a name and the password of the demo are the demo’s', async () => {
  const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: new PGlite() }) });
  const quick = { N: 2 ** 10, r: 8, p: 1 };
  await sql`create table agent_account (
    agent_id text, username text, password_hash text, is_demo boolean not null default false)`.execute(db);
  const rows = [
    ['demo', 'anna', await hashPassword('eyeline-demo', quick)],
    ['own', 'sue', await hashPassword('a password of her own', quick)],
    ['namesake', 'eve', await hashPassword('eyeline-demo', quick)],
    ['cisco', 'ben', null],
  ];
  for (const row of rows)
    await sql`insert into agent_account (agent_id, username, password_hash) values (${sql.join(row)})`.execute(db);
  await markDemoAccounts(db);
  const marked = await sql<{ agent_id: string }>`select agent_id from agent_account where is_demo`.execute(db);
  expect(marked.rows).toEqual([{ agent_id: 'demo' }]);
  await db.destroy();
});
