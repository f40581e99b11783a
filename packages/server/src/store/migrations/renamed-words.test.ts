import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { expect, test } from 'vitest';
import { renamedOutside, renamedRouting, renameWords } from './renamed-words.ts';

test('what a site and its customers named and wrote stays as it is, though it look like a word of ours', () => {
  const input = {
    type: 'errand.placed',
    number: 1,
    form: { claim: 'lines', told: 'reserving' },
    configuration: { queues: { lines: { ladder: ['message'], name: 'errand.placed' } }, agents: { ladder: {} } },
  };
  expect(JSON.parse(renamedRouting(JSON.stringify(input)))).toEqual({
    ...input,
    type: 'external-task.placed',
    configuration: { queues: { lines: { fallback: ['message'], name: 'errand.placed' } }, agents: { ladder: {} } },
  });
});

test('whom we took off voice is known in the words of now', () => {
  const before = {
    claim: { phase: 'taken', claimId: 'offer-1', ours: 'chosen', isInterrupted: false },
    owed: { count: 1 },
  };
  expect(renamedOutside(before)).toEqual({
    voiceHold: { phase: 'held', voiceHoldId: 'offer-1', heldAs: 'chosen', isInterrupted: false },
    outstanding: { count: 1 },
  });
});

test('a store of before is in the words of now, a snapshot in parts too, wherever a part ends', async () => {
  const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: new PGlite() }) });
  for (const statement of [
    sql`create table routing_input (number bigint, at bigint, input text)`,
    sql`create table routing_snapshot (number bigint, at bigint, state text)`,
    sql`create table routing_snapshot_part (number bigint, part integer, text text)`,
    sql`create table outside_state (system text, subject text, value jsonb)`,
    sql`create table directory (source text, value jsonb)`,
    sql`create table command (name text)`,
    sql`insert into command values ('ladder.take'), ('message.send')`,
    sql`insert into routing_input values (8, 1, '{"type":"voice.reserved","offerId":"offer-1"}')`,
    sql`insert into routing_snapshot values (6, 1, '{"lines":[],"errandsMade":2}'), (7, 1, null)`,
    sql`insert into routing_snapshot_part values (7, 0, '{"offers":[{"phase":"reser'), (7, 1, 'ving"}],"li'), (7, 2, 'nes":[]}')`,
    sql`insert into outside_state values ('cce', 'anna', '{"holds":{"5001":{"phase":"ours"}}}'), ('cce', 'ben', null)`,
    sql`insert into directory values ('cisco', '{"agents":{"anna":{"telephone":true}}}')`,
  ])
    await statement.execute(db);
  await renameWords(db);
  const read = async (table: string) => (await sql`select * from ${sql.table(table)} order by 1, 2`.execute(db)).rows;
  expect(await read('routing_input')).toMatchObject([{ input: '{"type":"voice.held","offerId":"offer-1"}' }]);
  expect(await read('routing_snapshot')).toMatchObject([
    { state: '{"lanes":[],"externalTasksMade":2}' },
    { state: '{"offers":[{"phase":"preparing"}],"lanes":[]}' },
  ]);
  expect((await sql`select * from routing_snapshot_part`.execute(db)).rows).toEqual([]);
  expect(await read('outside_state')).toMatchObject([
    { value: { holds: { '5001': { phase: 'held' } } } },
    { value: null },
  ]);
  expect((await sql`select value from directory`.execute(db)).rows).toEqual([
    { value: { agents: { anna: { voiceChannel: true } } } },
  ]);
  expect((await sql`select name from command order by 1`.execute(db)).rows).toEqual([
    { name: 'fallback.take' },
    { name: 'message.send' },
  ]);
  await db.destroy();
});
