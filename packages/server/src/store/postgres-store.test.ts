import { type Postgres, startPostgres } from '@eyeline/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '../testing/test-server.ts';
import { openPostgresStore } from './postgres-store.ts';
import type { Batch } from './store.ts';

let postgres: Postgres;
let other: pg.Client;
beforeAll(async () => {
  postgres = await startPostgres();
  other = new pg.Client(postgres.url);
  await other.connect();
}, 60_000);
afterAll(async () => {
  await other.end();
  await postgres.stop();
});

/** The database's own process behind the writer's connection. */
async function writer(): Promise<number> {
  const { rows } = await other.query<{ pid: number }>(
    "select pid from pg_locks where locktype = 'advisory' and granted",
  );
  const pid = rows[0]?.pid;
  if (!pid) throw new Error('there is no writer');
  return pid;
}

const batch = (number: number): Batch => ({
  facts: [],
  inputs: [{ number, at: 1, input: { type: 'clock.ticked' } }],
  commands: [],
  sessions: [],
  interactions: [],
  snapshot: null,
});

test('a server goes on when its connection is cut', async () => {
  const server = await TestServer.start({}, { databaseUrl: postgres.url });
  try {
    const { page, interactionId } = await server.customer();
    for (const text of ['one', 'two', 'three']) {
      await other.query('select pg_terminate_backend($1)', [await writer()]);
      await page.do('message.send', { interactionId, text });
    }
    const { facts } = await page.do('interaction.catch-up', { interactionId, afterSeq: 2 });
    expect(facts.map(fact => fact.type === 'message.sent' && fact.text)).toEqual(['one', 'two', 'three']);
  } finally {
    await server.stop();
  }
}, 60_000);

test('a database that falls silent: a failure in time, nobody writes meanwhile, and on it goes', async () => {
  const store = await openPostgresStore(postgres.url, { patienceMs: 500 });
  await store.append(batch(1));
  const silent = await writer();
  process.kill(silent, 'SIGSTOP');
  try {
    await expect(store.append(batch(2))).rejects.toThrow();
    // The silent one may still finish what it began: until it is gone there is no other writer.
    await expect(store.append(batch(2))).rejects.toThrow();
    expect(await writer()).toBe(silent);
  } finally {
    process.kill(silent, 'SIGCONT');
  }
  const append = () => store.append(batch(2)).then(() => 'stored', String);
  await expect.poll(append, { timeout: 15_000 }).toBe('stored');
  expect(await writer()).not.toBe(silent);
  expect((await store.load(0)).inputs.map(one => one.number).slice(-1)).toEqual([2]);
  await store.close();
}, 60_000);

test('tools beside the server do not need to be the writer', async () => {
  const server = await openPostgresStore(postgres.url);
  const tool = await openPostgresStore(postgres.url, { writer: false });
  await tool.check();
  await tool.close();
  await server.close();
});
