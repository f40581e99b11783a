import type { AgentId } from '@eyeline/protocol';
import { type Pgbouncer, type Postgres, startPgbouncer, startPostgres, TcpProxy } from '@eyeline/testing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { keptSince } from '../../testing/kept-since.ts';
import type { Batch, Store } from '../store.ts';
import { openPostgresStore, type PostgresOptions } from './postgres-store.ts';

let postgres: Postgres;
let pgbouncer: Pgbouncer;
let other: pg.Client;
beforeAll(async () => {
  postgres = await startPostgres();
  pgbouncer = await startPgbouncer(postgres.url);
  other = new pg.Client(postgres.url);
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await pgbouncer.stop();
  await postgres.stop();
});

let opened: Store[] = [];
afterEach(async () => {
  for (const store of opened) await store.close();
  opened = [];
});

async function open(url: string, options: PostgresOptions = {}): Promise<Store> {
  const store = await openPostgresStore(url, { timeoutMs: 2_000, beatMs: 50, silenceMs: 2_000, ...options });
  opened.push(store);
  return store;
}

const anna = 'anna-id' as AgentId;
const nothing: Batch = {
  facts: [],
  inputs: [],
  commands: [],
  sessions: [],
  interactions: [],
  outside: [],
  invitations: [],
  snapshot: null,
};
const signIn = (sessionId: string | null): Batch => ({ ...nothing, sessions: [{ agentId: anna, sessionId }] });
const sessionOf = async (store: Store) => (await store.load(keptSince(0))).sessions[0]?.sessionId;

/** The database's own process behind the connection for commits. */
async function committer(): Promise<number> {
  const { rows } = await other.query<{ pid: number }>(
    "select pid from pg_stat_activity where query like 'with fence%' order by backend_start desc",
  );
  return rows[0]?.pid ?? 0;
}

test('a commit whose connection fell silent changes nothing any more once another one was made', async () => {
  const store = await open(postgres.url, { timeoutMs: 500 });
  await store.append(signIn('first'));
  const silent = await committer();
  process.kill(silent, 'SIGSTOP');
  try {
    await expect(store.append(signIn('second'))).rejects.toThrow('Query read timeout');
    // Its fate is unknown: it is asked for again, and others follow.
    await store.append(signIn('second'));
    await store.append(signIn('third'));
  } finally {
    process.kill(silent, 'SIGCONT');
  }
  const isGone = async () =>
    (await other.query('select from pg_stat_activity where pid = $1', [silent])).rowCount === 0;
  await expect.poll(isGone, { timeout: 60_000 }).toBe(true);
  expect(await sessionOf(store)).toBe('third');
});

test('tools beside the server do not need to be the writer', async () => {
  await open(postgres.url);
  const tool = await open(postgres.url, { writer: false });
  await tool.check();
});

test('an address where nobody answers: one line that says what to do', async () => {
  await expect(open('postgres://127.0.0.1:9/nowhere')).rejects.toThrow(
    'The database of DATABASE_URL cannot be opened (connect ECONNREFUSED 127.0.0.1:9). Check the address and that PostgreSQL runs.',
  );
});

describe.each(['at PostgreSQL itself', 'behind PgBouncer in transaction mode'])('%s', where => {
  const url = () => (where.startsWith('behind') ? pgbouncer : postgres).url;

  test('there is one server at a time; when it has closed, the next', async () => {
    const first = await open(url());
    await expect(open(url())).rejects.toThrow('Another server uses the database of DATABASE_URL.');
    await first.append(signIn('first'));
    await first.close();
    opened = [];
    const second = await open(url(), { silenceMs: 30_000 });
    await second.append(signIn('second'));
    expect(await sessionOf(second)).toBe('second');
  });

  test('of two that start at once, one', async () => {
    const both = await Promise.allSettled([open(url()), open(url())]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('who was cut off and replaced writes nothing any more, and knows it', async () => {
    const line = new URL(url());
    const cut = await TcpProxy.to(Number(line.port));
    line.port = String(cut.port);
    const first = await open(line.href, { timeoutMs: 5_000 });
    await first.append(signIn('first'));
    cut.isSilent = true;
    const second = await open(url());
    await second.append(signIn('second'));
    const late = first.append(signIn('first again'));
    cut.isSilent = false;
    await expect(late).rejects.toThrow();
    expect(await first.lost).toBe(
      'Another server has taken over the database of DATABASE_URL, so this one ends. Let one server alone use a database.',
    );
    await expect(first.append(signIn('first again'))).rejects.toThrow('Another server has taken over');
    expect(await sessionOf(second)).toBe('second');
    await first.close();
    await cut.close();
    opened = [second];
  });
});
