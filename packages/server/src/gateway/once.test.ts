import { randomUUID } from 'node:crypto';
import type { CallId, CommandInput, OnceName } from '@eyeline/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { participantIdOf } from '../people/identity.ts';
import type { Page } from '../testing/page.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

test('a message sent three times is there once, and has the same answer', async () => {
  const { page, interactionId } = await server.customer();
  const input = { interactionId, text: 'once', commandId: randomUUID() };
  const replies = await Promise.all([0, 1, 2].map(() => page.do('message.send', input)));
  expect(new Set(replies.map(reply => reply.seq)).size).toBe(1);
  await page.settle();
  expect(page.payloads('message.sent').map(one => one.text)).toEqual(['once']);
});

test('the same after a break of the connection, and after a restart', async () => {
  const own = await TestServer.start();
  const { page, interactionId, token } = await own.customer();
  const input = { interactionId, text: 'once', commandId: randomUUID() };
  const first = await page.do('message.send', input);
  const later = await own.page();
  await later.do('customer.resume', { token });
  expect(await later.do('message.send', input)).toEqual(first);
  await own.pause();

  const again = await TestServer.start({}, { dataDirectory: own.dataDirectory });
  try {
    const back = await again.page();
    await back.do('customer.resume', { token });
    expect(await back.do('message.send', input)).toEqual(first);
    const { facts } = await back.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(facts.filter(fact => fact.type === 'message.sent')).toHaveLength(1);
  } finally {
    await again.stop();
  }
});

test('an interaction is opened once, however often it is asked for', async () => {
  const page = await server.page();
  const input = { entryPointId: 'support' as never, form: { name: 'Zoe' }, commandId: randomUUID() };
  const first = await page.do('interaction.open', input);
  const other = await server.page();
  const second = await other.do('interaction.open', input);
  expect(second).toMatchObject({ interactionId: first.interactionId, participantId: first.participantId });
  // Both pages are that customer now.
  await other.do('message.send', { interactionId: first.interactionId, text: 'here' });
});

test('ids of different people do not meet', async () => {
  const one = await server.customer('One');
  const other = await server.customer('Other');
  const commandId = randomUUID();
  await one.page.do('message.send', { interactionId: one.interactionId, text: 'mine', commandId });
  await other.page.do('message.send', { interactionId: other.interactionId, text: 'also mine', commandId });
  expect((await other.page.waitFor('message.sent')).text).toBe('also mine');
});

test('nobody sends under the id of what somebody else has sent', async () => {
  const own = await TestServer.start();
  try {
    const { agent, customer, interactionId } = await own.conversation();
    const commandId = randomUUID();
    await agent.page.do('message.send', { interactionId, text: 'Hello', commandId });
    expect(await customer.page.refusal('message.send', { interactionId, text: 'No', commandId })).toBe('not-allowed');
    await customer.page.settle();
    expect(customer.page.payloads('message.sent').map(({ text }) => text)).toEqual(['Hello']);
  } finally {
    await own.stop();
  }
});

test('one id is for one command', async () => {
  const { page, interactionId } = await server.customer();
  const commandId = randomUUID();
  await page.do('interaction.end', { interactionId, commandId });
  const callId = 'call-1' as CallId;
  expect(await page.refusal('call.decline', { interactionId, callId, commandId })).toBe('invalid-payload');
  expect(await page.refusal('message.send', { interactionId, text: 'a', commandId })).toBe('invalid-payload');
});

test('a message that is older than what is remembered of commands is known by its log', async () => {
  const { page, interactionId } = await server.customer();
  const input = { interactionId, text: 'once', commandId: randomUUID() };
  const first = await page.do('message.send', input);
  const { centre } = server.running;
  centre.commands.remove({ scope: `customer:${page.payloads('message.sent')[0]?.participantId}`, ...input });
  expect(await page.do('message.send', input)).toEqual(first);
});

test('an opening whose id is forgotten is not carried out again: while it goes on it is the same, later it is refused', async () => {
  const page = await server.page();
  const input = { entryPointId: 'support' as never, form: { name: 'Zoe' }, commandId: randomUUID() };
  const { interactionId, participantId } = await page.do('interaction.open', input);
  const forget = () => server.running.centre.commands.remove({ scope: 'new-customer', ...input });
  forget();
  const other = await server.page();
  expect(await other.do('interaction.open', input)).toMatchObject({ interactionId, participantId });
  await other.do('interaction.end', { interactionId });
  forget();
  expect(await (await server.page()).refusal('interaction.open', input)).toBe('already-done');
});

test('a refusal is not kept: what was refused may succeed later', async () => {
  const own = await TestServer.start();
  try {
    const zoe = await own.customer();
    const { interactionId } = zoe;
    const propose = { interactionId, callId: 'call-1' as CallId, commandId: randomUUID() };
    expect(await zoe.page.refusal('call.propose', propose)).toBe('call-not-allowed');
    const anna = await own.agent('anna');
    const { offerId } = await anna.page.waitFor('offer.made');
    const accept = { offerId, commandId: randomUUID() };
    const accepted = await anna.page.do('offer.accept', accept);
    expect(await anna.page.do('offer.accept', accept)).toEqual(accepted);
    await zoe.page.do('call.propose', propose);
    await zoe.page.settle();
    expect(zoe.page.payloads('participant.joined')).toHaveLength(1);
  } finally {
    await own.stop();
  }
});

type Bare<I> = I extends unknown ? Omit<I, 'commandId'> : never;

describe('repeated when nobody remembers its id any more', () => {
  /** Asks, forgets that it was asked, and asks again: the code of the second answer. */
  const repeating = (own: TestServer, page: Page, scope: string) => {
    const ask = async <N extends OnceName>(name: N, input: Bare<CommandInput<N>>) => {
      const whole = { ...input, commandId: randomUUID() } as never;
      await page.do(name, whole);
      const again = async () => {
        own.running.centre.commands.remove({ scope, ...(whole as { readonly commandId: string }) });
        const reply = await page.ask(name, whole);
        return reply.ok ? 'ok' : reply.error.code;
      };
      return { again };
    };
    return {
      ask,
      twice: async <N extends OnceName>(...args: Parameters<typeof ask<N>>) => (await ask(...args)).again(),
    };
  };
  let own: TestServer;
  beforeEach(async () => {
    own = await TestServer.start();
  });
  afterEach(() => own.stop());

  async function conversation() {
    const zoe = await own.customer();
    const anna = await own.agent('anna');
    const { interactionId } = zoe;
    const { offerId } = await anna.page.waitFor('offer.made');
    const desk = repeating(own, anna.page, `agent:${participantIdOf(anna.agentId)}`);
    const customer = repeating(own, zoe.page, `customer:${zoe.participantId}`);
    const accept = await desk.ask('offer.accept', { offerId });
    const [task] = own.running.centre.work.state.tasks.values();
    if (!task) throw new Error('no task');
    return { zoe, interactionId, desk, customer, accept, taskId: task.taskId };
  }

  test('a call is proposed, accepted, declined and ended once, and there is no second one by its id', async () => {
    const { interactionId, desk, customer } = await conversation();
    const first = { interactionId, callId: 'call-1' as CallId };
    const proposed = await customer.ask('call.propose', first);
    expect(await proposed.again()).toBe('call-in-progress');
    expect(await desk.twice('call.accept', first)).toBe('already-done');
    expect(await customer.twice('call.end', { ...first, reason: 'hung-up' })).toBe('already-done');
    expect(await proposed.again()).toBe('already-done');
    const second = { interactionId, callId: 'call-2' as CallId };
    await customer.ask('call.propose', second);
    expect(await desk.twice('call.decline', second)).toBe('already-done');
  });

  test('a colleague is asked, and a task is handed over and wrapped up once', async () => {
    const { zoe, interactionId, desk, customer, accept, taskId } = await conversation();
    const ben = await own.agent('ben');
    const to = { kind: 'agent', agentId: ben.agentId } as const;
    expect(await accept.again()).toBe('offer-gone');
    const asked = await desk.ask('consult.ask', { taskId, to, question: 'May I?' });
    expect(await asked.again()).toBe('already-done');
    expect(await desk.twice('task.transfer', { taskId, to })).toBe('already-done');
    expect(await desk.twice('task.wrap-up', { taskId, code: 'solved' })).toBe('already-done');
    expect(await customer.twice('interaction.end', { interactionId })).toBe('ok');
    expect(await desk.twice('agent.set-state', { state: 'not-ready', reason: 'break' })).toBe('ok');
    expect(await desk.twice('agent.sign-out', {})).toBe('ok');
    expect(zoe.page.payloads('task.transferred')).toHaveLength(1);
  });
});
