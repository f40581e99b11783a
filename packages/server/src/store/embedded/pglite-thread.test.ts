import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDataDirectory } from '../../testing/empty-store.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { PgliteThread } from './pglite-thread.ts';

let directory: string;
let thread: PgliteThread;
beforeAll(async () => {
  directory = await emptyDataDirectory();
  thread = new PgliteThread(join(directory, 'postgres'));
  await thread.waitReady;
  await thread.query('create table note (text text)');
});
afterAll(async () => {
  await thread.abandon();
  await rm(directory, { recursive: true, force: true });
});

const notes = async () => (await thread.query<{ text: string }>('select text from note')).rows.map(({ text }) => text);
const long = 'select count(*) from generate_series(1, 3000000)';

test('others go on while a statement is carried out', async () => {
  let turns = 0;
  let isDone = false;
  const done = thread.query(long).then(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise(resolve => setImmediate(resolve));
    turns += 1;
  }
  await done;
  expect(turns).toBeGreaterThan(20);
});

test('what PostgreSQL refuses is refused here, and life goes on', async () => {
  await expect(thread.query('select nothing from nowhere')).rejects.toThrow('"nowhere" does not exist');
  expect(await notes()).toEqual([]);
});

test('nobody comes between a transaction, and one that fails leaves nothing', async () => {
  const failing = thread.transaction(async transaction => {
    await transaction.query('insert into note values ($1)', ['lost']);
    throw new Error('changed my mind');
  });
  const working = thread.transaction(async transaction => {
    await transaction.query('insert into note values ($1)', ['first']);
    await new Promise(resolve => setTimeout(resolve, 20));
    await transaction.query('insert into note values ($1)', ['second']);
  });
  const seen = notes();
  await expect(failing).rejects.toThrow('changed my mind');
  await working;
  expect(await seen).toEqual(['first', 'second']);
});

test('after a panic of PostgreSQL those who wait are told, and the next who asks gets another thread', async () => {
  const wal = join(directory, 'postgres', 'pg_wal');
  await thread.query("insert into note values ('kept')");
  await rename(wal, `${wal}.away`);
  await thread.query('select pg_switch_wal()');
  // The next file of the log cannot be made.
  const waiting = [thread.query("insert into note values ('lost')"), thread.query('select 1')];
  for (const { status } of await Promise.allSettled(waiting)) expect(status).toBe('rejected');
  await rename(`${wal}.away`, wal);
  await expect.poll(() => notes().catch(String), { timeout: 60_000 }).toEqual(['first', 'second', 'kept']);
});

test('after a panic in the commit of a transaction, which hangs the thread, it is ended and another one goes on', async () => {
  const own = await emptyDataDirectory();
  const hanging = new PgliteThread(join(own, 'postgres'), { silenceMs: 3_000 });
  await hanging.waitReady;
  const wal = join(own, 'postgres', 'pg_wal');
  const failed = hanging.transaction(async transaction => {
    await transaction.query('create table note (text text)');
    await rename(wal, `${wal}.away`);
    await transaction.query('select pg_switch_wal()');
    // The next file of the log is needed by the commit, and cannot be made.
    await transaction.query('create table other (text text)');
  });
  await expect(failed).rejects.toThrow(StoreUnavailable);
  await rename(`${wal}.away`, wal);
  const tables = async () =>
    (await hanging.query<{ name: string | null }>("select to_regclass('note') as name")).rows.map(({ name }) => name);
  await expect.poll(() => tables().catch(String), { timeout: 60_000 }).toEqual([null]);
  await hanging.close();
  await rm(own, { recursive: true, force: true });
});

test('who waits for a thread that ends is told so, and so is who comes later', async () => {
  const under = expect(thread.query(long)).rejects.toThrow('The thread of the store has ended.');
  await thread.abandon();
  await under;
  await expect(thread.query('select 1')).rejects.toThrow('The thread of the store has ended.');
});
