import { type Postgres, startPostgres } from '@eyeline/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '../testing/test-server.ts';
import { askAccounts } from './ask-accounts.ts';

let postgres: Postgres;
let embedded: TestServer;
let inDatabase: TestServer;
beforeAll(async () => {
  postgres = await startPostgres();
  embedded = await TestServer.start();
  inDatabase = await TestServer.start({}, { dataDirectory: embedded.dataDirectory, databaseUrl: postgres.url });
});
afterAll(async () => {
  await inDatabase.stop();
  await embedded.stop();
  await postgres.stop();
});

test('of two servers that run from one folder, a command reaches the one whose store it names', async () => {
  const { dataDirectory } = embedded;
  const places = [{ dataDirectory }, { dataDirectory, databaseUrl: postgres.url }];
  const asked: string[] = [];
  for (const [index, place] of places.entries())
    await askAccounts(
      {
        method: 'POST',
        path: '/accounts',
        body: { username: `only-${index}`, name: 'Eve Adams', password: 'long enough' },
      },
      { ...place, onAsked: sentence => asked.push(sentence) },
    );
  expect(asked).toEqual([
    `(The server that runs with ${dataDirectory} was asked.)`,
    expect.stringMatching(/^\(The server that runs with postgres/),
  ]);
  const there = [embedded, inDatabase].map(({ running }) => running.centre.store);
  expect(await Promise.all(there.map(async store => (await store.findAccount('only-0')) !== null))).toEqual([
    true,
    false,
  ]);
  expect(await Promise.all(there.map(async store => (await store.findAccount('only-1')) !== null))).toEqual([
    false,
    true,
  ]);
});
