import { randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyRouting, snapshot } from '@eyeline/routing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDataDirectory } from '../../testing/empty-store.ts';
import { keptSince } from '../../testing/kept-since.ts';
import { openEmbeddedStore } from './embedded-store.ts';
import { PgliteThread, statementChannel } from './pglite-thread.ts';
import type { StatementTiming } from './thread-message.ts';

/** Those that PostgreSQL asked for, and that were carried out on the disk before the answer. */
let syncs = 0;
const count = (timing: unknown) => {
  syncs += (timing as StatementTiming).syncs;
};
beforeEach(() => subscribe(statementChannel.name, count));
afterEach(() => unsubscribe(statementChannel.name, count));

let directory: string;
beforeEach(async () => {
  directory = await emptyDataDirectory();
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test('every commit is synced to disk, before it is done', async () => {
  const store = await openEmbeddedStore(directory);
  const batch = (number: number) => ({
    facts: [],
    inputs: [{ number, at: 1, input: { type: 'clock.ticked' } as const }],
    commands: [],
    sessions: [],
    interactions: [],
    outside: [],
    invitations: [],
    snapshot: null,
  });
  await store.append(batch(1));
  for (let number = 2; number <= 21; number += 1) {
    const before = syncs;
    await store.append(batch(number));
    expect(syncs).toBeGreaterThan(before);
  }
  await store.close();
});

test('reading syncs nothing', async () => {
  const store = await openEmbeddedStore(directory);
  await store.load(keptSince(0));
  const before = syncs;
  for (let round = 0; round < 20; round += 1) await store.check();
  expect(syncs).toBe(before);
  await store.close();
});

test('a snapshot that was written in one piece, before there were parts, counts', async () => {
  const thread = new PgliteThread(join(directory, 'postgres'));
  await thread.waitReady;
  const state = snapshot(emptyRouting());
  await thread.query('insert into routing_snapshot (number, at, state) values (7, 5, $1)', [JSON.stringify(state)]);
  await thread.close();
  const store = await openEmbeddedStore(directory);
  expect((await store.load(keptSince(0))).snapshot).toEqual({ number: 7, state });
  expect((await store.loadDecisions(5)).snapshots).toEqual([{ number: 7, state }]);
  await store.close();
});

test('a store that is damaged: one line that says what to do', async () => {
  await rm(join(directory, 'postgres', 'global'), { recursive: true });
  await expect(openEmbeddedStore(directory)).rejects.toThrow(/cannot be opened .*--data\.$/);
});

test('a directory that cannot be one: one line that says what to do', async () => {
  const path = join(directory, 'a-file');
  await mkdir(directory, { recursive: true });
  await writeFile(path, '');
  await expect(openEmbeddedStore(join(path, 'data'))).rejects.toThrow(/cannot be written .*--data\.$/);
});

test('what is forgotten makes room for what comes', async () => {
  const sizeAfter = async (rounds: number) => {
    const store = await openEmbeddedStore(directory);
    for (let round = 0; round < rounds; round += 1) {
      const commands = Array.from({ length: 2_000 }, () => ({
        ...{ scope: 'anna', commandId: randomUUID(), name: 'message.send', at: 1, value: { text: 'x'.repeat(100) } },
      }));
      await store.append({
        facts: [],
        inputs: [],
        commands,
        sessions: [],
        interactions: [],
        outside: [],
        invitations: [],
        snapshot: null,
      });
      await store.forgetCommands(keptSince(2));
    }
    await store.close();
    const thread = new PgliteThread(join(directory, 'postgres'));
    await thread.waitReady;
    const { rows } = await thread.query<{ size: number }>(`select pg_total_relation_size('command') as size`);
    await thread.close();
    return rows[0]?.size ?? 0;
  };
  const once = await sizeAfter(1);
  expect(await sizeAfter(8)).toBeLessThan(4 * once);
});

test('a store that is up to date is opened with one statement', async () => {
  let answers = 0;
  const countAnswer = () => {
    answers += 1;
  };
  subscribe(statementChannel.name, countAnswer);
  const store = await openEmbeddedStore(directory);
  unsubscribe(statementChannel.name, countAnswer);
  await store.close();
  // The first answer is that it is open.
  expect(answers).toBe(2);
});
