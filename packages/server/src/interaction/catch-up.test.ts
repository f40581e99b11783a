import type { Fact } from '@eyeline/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from '../testing/page.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

const seqsOf = (facts: readonly Fact[]) => facts.map(fact => fact.seq);

test('what is sent while a page catches up comes once, in order, after the answer', async () => {
  const { page, interactionId, token } = await server.customer();
  for (let round = 0; round < 15; round += 1) {
    const other = await server.page();
    await other.do('customer.resume', { token });
    const sending = [1, 2, 3].map(n => page.do('message.send', { interactionId, text: `${round}.${n}` }));
    const inAnswer = await new Promise<number[]>(resolve => {
      other.socket.emit(
        'interaction.catch-up',
        { interactionId, afterSeq: 0 },
        (reply: { value: { facts: Fact[] } }) => {
          expect(other.received).toEqual([]);
          resolve(seqsOf(reply.value.facts));
        },
      );
    });
    await Promise.all(sending);
    await other.settle();
    const all = [...inAnswer, ...seqsOf(other.facts())];
    expect(all).toEqual(Array.from({ length: 2 + 3 * (round + 1) }, (_, index) => index + 1));
    other.close();
  }
  await page.do('interaction.end', { interactionId });
});

/** A page that keeps its facts over breaks of the connection, as a browser does. */
class Reader {
  readonly facts: Fact[] = [];
  #page: Page | null = null;
  #received = 0;
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  async connect(): Promise<void> {
    const page = await server.page();
    const { interactionId } = await page.do('customer.resume', { token: this.#token });
    const reply = await page.do('interaction.catch-up', { interactionId, afterSeq: this.facts.length });
    this.facts.push(...reply.facts);
    this.#page = page;
    this.#received = 0;
  }

  /** Takes what was told so far; then, perhaps, the connection breaks. */
  take(): void {
    const arrived = this.#page?.facts() ?? [];
    this.facts.push(...arrived.slice(this.#received));
    this.#received = arrived.length;
  }

  async disconnect(): Promise<void> {
    this.take();
    this.#page?.close();
    this.#page = null;
  }

  async settle(): Promise<void> {
    await this.#page?.settle();
    this.take();
  }
}

test('under random breaks of the connection every fact comes exactly once', async () => {
  const step = fc.constantFrom('send', 'send', 'send', 'break', 'come back', 'wait');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }), async steps => {
      const { page, interactionId, token } = await server.customer();
      const reader = new Reader(token);
      await reader.connect();
      let isConnected = true;
      const sending: Promise<unknown>[] = [];
      for (const one of steps) {
        if (one === 'send') sending.push(page.do('message.send', { interactionId, text: `${sending.length}` }));
        if (one === 'wait') await Promise.all(sending);
        if (one === 'break' && isConnected) {
          await reader.disconnect();
          isConnected = false;
        }
        if (one === 'come back' && !isConnected) {
          await reader.connect();
          isConnected = true;
        }
      }
      await Promise.all(sending);
      if (!isConnected) await reader.connect();
      await reader.settle();
      expect(seqsOf(reader.facts)).toEqual(Array.from({ length: reader.facts.length }, (_, index) => index + 1));
      const texts = reader.facts.flatMap(fact => (fact.type === 'message.sent' ? [fact.text] : []));
      expect(texts).toEqual(sending.map((_, index) => `${index}`));
      await page.do('interaction.end', { interactionId });
      page.close();
    }),
    { numRuns: 25 },
  );
});

test('a customer’s log ends with the close; the desk’s goes on to the wrap-up', async () => {
  const { agent, customer, interactionId, taskId } = await server.conversation();
  await agent.page.do('interaction.end', { interactionId });
  await agent.page.do('task.wrap-up', { taskId, code: 'solved' });
  await agent.page.waitFor('task.wrapped-up');
  const all = { interactionId, afterSeq: 0 };
  const forAgent = await agent.page.do('interaction.catch-up', all);
  expect(forAgent.facts.at(-1)?.type).toBe('task.wrapped-up');
  const forCustomer = await customer.page.do('interaction.catch-up', all);
  expect(forCustomer.facts.at(-1)?.type).toBe('interaction.closed');
  expect(customer.page.payloads('task.wrapped-up')).toEqual([]);
  expect(await customer.page.refusal('message.send', { interactionId, text: 'too late' })).toBe('interaction-closed');
  expect(await customer.page.refusal('typing.set', { interactionId, typing: true })).toBe('interaction-closed');
  await customer.page.do('message.mark-delivered', { interactionId, throughSeq: 3 });
  await customer.page.do('interaction.end', { interactionId });
  expect((await customer.page.do('interaction.catch-up', all)).facts).toEqual(forCustomer.facts);
});

test('a conversation that closed before a restart can still be read', async () => {
  const own = await TestServer.start();
  const { agent, customer, interactionId, taskId } = await own.conversation();
  await customer.page.do('message.send', { interactionId, text: 'bye' });
  await customer.page.do('interaction.end', { interactionId });
  await agent.page.do('task.wrap-up', { taskId, code: 'solved' });
  await own.pause();
  const again = await TestServer.start({}, { dataDirectory: own.dataDirectory });
  try {
    expect([...again.running.centre.interaction.logs.all()]).toEqual([]);
    const page = await again.page();
    await page.do('customer.resume', { token: customer.token });
    const { facts } = await page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(facts.map(fact => fact.type).slice(-2)).toEqual(['message.sent', 'interaction.closed']);
    expect(await page.refusal('message.send', { interactionId, text: 'late' })).toBe('interaction-closed');
  } finally {
    await again.stop();
  }
});
