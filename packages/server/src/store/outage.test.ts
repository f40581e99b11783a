import { randomUUID } from 'node:crypto';
import type { InteractionId } from '@eyeline/protocol';
import { type Postgres, startPostgres, TcpProxy } from '@eyeline/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from '../testing/page.ts';
import { TestServer } from '../testing/test-server.ts';
import { openPostgresStore } from './postgres/postgres-store.ts';

/** A customer who writes one message after the other, each again under the same id until it is answered. */
class Writing {
  readonly #page: Page;
  readonly interactionId: InteractionId;
  /** The place in the log that each message was acknowledged with. */
  readonly acknowledged: number[] = [];
  readonly refusals = new Set<string>();
  #isOver = false;
  readonly #done: Promise<void>;

  constructor(page: Page, interactionId: InteractionId) {
    this.#page = page;
    this.interactionId = interactionId;
    this.#done = this.#write();
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#done;
  }

  messages() {
    return this.#page.payloads('message.sent').map(({ seq, text }) => ({ seq, text }));
  }

  async #write(): Promise<void> {
    const { interactionId } = this;
    while (!this.#isOver) {
      const message = { interactionId, text: `message ${this.acknowledged.length}`, commandId: randomUUID() };
      for (let isStored = false; !isStored; ) {
        const reply = await this.#page.ask('message.send', message);
        isStored = reply.ok;
        if (reply.ok) this.acknowledged.push(reply.value.seq);
        else this.refusals.add(reply.error.code);
      }
    }
  }
}

let postgres: Postgres;
let proxy: TcpProxy;
let server: TestServer;
let customers: Writing[];
beforeAll(async () => {
  postgres = await startPostgres();
  const url = new URL(postgres.url);
  proxy = await TcpProxy.to(Number(url.port));
  url.port = String(proxy.port);
  server = await TestServer.start({ limits: { timeoutMs: 2_000 } }, { databaseUrl: url.href });
});
afterAll(async () => {
  await server.stop();
  await proxy.close();
  await postgres.stop();
});
beforeEach(async () => {
  const opened = await Promise.all(Array.from({ length: 5 }, () => server.customer()));
  customers = opened.map(({ page, interactionId }) => new Writing(page, interactionId));
  await progress();
});

/** Everybody has had another three messages stored. */
async function progress(): Promise<void> {
  const goals = customers.map(one => one.acknowledged.length + 3);
  const isThere = () => customers.every((one, index) => one.acknowledged.length >= (goals[index] ?? 0));
  await expect.poll(isThere, { timeout: 40_000, interval: 20 }).toBe(true);
}

/** All are told that the store is not there, machines too. */
async function refused(): Promise<void> {
  const isNotified = () => customers.every(one => one.refusals.has('store-unavailable'));
  await expect.poll(isNotified, { timeout: 40_000, interval: 20 }).toBe(true);
  const { status } = await fetch(new URL('readyz', server.url));
  expect(status).toBe(503);
}

/** What was acknowledged, and what was told, is in the log once and in order, and nothing else. */
async function expectWholeHistory(): Promise<void> {
  await Promise.all(customers.map(one => one.stop()));
  const store = await openPostgresStore(postgres.url, { writer: false });
  for (const one of customers) {
    const facts = await store.loadFacts(one.interactionId);
    expect(facts.map(fact => fact.seq)).toEqual(facts.map((_, index) => index + 1));
    const stored = facts.flatMap(fact => (fact.type === 'message.sent' ? [{ seq: fact.seq, text: fact.text }] : []));
    expect(stored).toEqual(one.acknowledged.map((seq, index) => ({ seq, text: `message ${index}` })));
    expect(one.messages()).toEqual(stored);
    expect([...one.refusals].filter(code => code !== 'store-unavailable' && code !== 'server-busy')).toEqual([]);
  }
  await store.close();
}

test('PostgreSQL is restarted', async () => {
  await postgres.restart();
  await progress();
  await expectWholeHistory();
});

test('PostgreSQL dies', async () => {
  await postgres.crash();
  await progress();
  await expectWholeHistory();
});

test('the network falls silent', async () => {
  proxy.isSilent = true;
  await refused();
  proxy.isSilent = false;
  await progress();
  await expectWholeHistory();
});

test('PostgreSQL stands still', async () => {
  const thaw = await postgres.freeze();
  await refused().finally(thaw);
  await progress();
  await expectWholeHistory();
});

test('the connection is cut while a commit is under way, before it or after it, again and again', async () => {
  let cuts = 0;
  let commits = 0;
  proxy.cutAt = sent => {
    // A commit is a statement with a name; its text is said once on each connection.
    if (!sent.includes('eyeline_') || ++commits % 3 > 0) return null;
    cuts += 1;
    return cuts % 2 ? 'before' : 'after';
  };
  await expect.poll(() => cuts, { timeout: 40_000, interval: 20 }).toBeGreaterThan(12);
  proxy.cutAt = () => null;
  await progress();
  await expectWholeHistory();
});
