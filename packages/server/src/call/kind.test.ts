import type { CallId, CallKind } from '@eyeline/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '../testing/test-server.ts';
import { rulesOf } from './media-rooms.ts';

const entryPoints = [
  {
    entryPointId: 'support',
    title: 'Support',
    escalation: { customerMayStart: ['voice' as const, 'two-way' as const], agentMayStart: ['voice' as const] },
  },
  {
    entryPointId: 'shown',
    title: 'Shown',
    escalation: {
      agentMayStart: ['voice' as const, 'one-way' as const, 'two-way' as const],
      answers: ['accept' as const, 'one-way' as const],
    },
  },
];
let n = 0;

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({ entryPoints });
});
afterAll(() => server.stop());

type Conversation = Awaited<ReturnType<TestServer['conversation']>>;

async function call(entryPointId: string, kind: CallKind) {
  const one = await server.conversation(entryPointId);
  const within = { interactionId: one.interactionId, callId: `kind-${n++}` as CallId };
  await one.agent.page.do('call.propose', { ...within, kind });
  await one.customer.page.do('call.accept', within);
  const log = server.running.centre.interaction.logs.get(one.interactionId);
  if (!log) throw new Error('no log');
  const change = (by: 'agent' | 'customer', to: CallKind) =>
    one[by].page.do('call.change-kind', { ...within, kind: to });
  const refusal = (by: 'agent' | 'customer', to: CallKind) =>
    one[by].page.refusal('call.change-kind', { ...within, kind: to });
  return { ...one, within, change, refusal, log, now: () => log.interaction.call };
}

async function end({ agent, interactionId, taskId }: Conversation) {
  await agent.page.do('interaction.end', { interactionId });
  await agent.page.do('task.wrap-up', { taskId, code: 'solved' });
  await agent.page.do('agent.sign-out', {});
}

test('by voice, pictures are asked for by whom the site lets, and come with the other side’s yes, in the same epoch', async () => {
  const one = await call('support', 'voice');
  const { customer, agent, within, log } = one;
  const rules = rulesOf(log, within.callId);
  const mayShow = () => rules.maySend(customer.participantId, 'camera');
  expect(await one.refusal('agent', 'two-way')).toBe('call-not-allowed');
  expect(await one.refusal('customer', 'one-way')).toBe('call-not-allowed');
  expect(await one.refusal('customer', 'companion')).toBe('call-not-allowed');
  expect(one.now()).toMatchObject({ kind: 'voice', asked: null });

  await one.change('customer', 'two-way');
  await one.change('customer', 'two-way');
  expect(await agent.page.waitFor('call.kind-asked')).toMatchObject({
    kind: 'two-way',
    participantId: customer.participantId,
  });
  expect(agent.page.payloads('call.kind-asked')).toHaveLength(1);
  expect([one.now()?.kind, mayShow()]).toEqual(['voice', false]);
  // Whoever was asked may grant what was asked for, and nothing else.
  expect(await one.refusal('agent', 'companion')).toBe('call-not-allowed');

  await one.change('agent', 'two-way');
  await customer.page.waitFor('call.kind-changed');
  expect(one.now()).toMatchObject({ kind: 'two-way', epoch: 1, media: 'p2p', asked: null });
  expect([mayShow(), rules.maySend(customer.participantId, 'microphone')]).toEqual([true, true]);

  await customer.page.do('call.switch', { ...within, sources: { camera: 'on', microphone: 'on', screen: 'off' } });
  expect(rules.receives(agent.agentId as never, customer.participantId, 'camera')).toBe(true);
  await one.change('agent', 'voice');
  expect(one.now()).toMatchObject({ kind: 'voice', epoch: 1 });
  expect([mayShow(), rules.receives(agent.agentId as never, customer.participantId, 'microphone')]).toEqual([
    false,
    true,
  ]);
  await end(one);
});

test('is refused, and taken back, and may be asked for again', async () => {
  const one = await call('support', 'voice');
  const { customer, agent, within } = one;
  for (const side of [agent, customer]) {
    await one.change('customer', 'two-way');
    await side.page.do('call.keep-kind', within);
    // Said twice, it is so already.
    await side.page.do('call.keep-kind', within);
    expect(one.now()).toMatchObject({ kind: 'voice', asked: null });
  }
  expect(one.log.interaction.milestones.filter(({ kind }) => kind === 'call-kept')).toHaveLength(1);
  await end(one);
});

test('asked for by both at once: asking was saying yes', async () => {
  const one = await call('shown', 'voice');
  await one.change('agent', 'two-way');
  await one.change('customer', 'two-way');
  expect(one.now()).toMatchObject({ kind: 'two-way', asked: null });
  await end(one);
});

test('the agent may answer without the own camera where the site lets; a customer may not make it that', async () => {
  const one = await call('shown', 'voice');
  await one.change('agent', 'two-way');
  expect(await one.refusal('customer', 'one-way')).toBe('call-not-allowed');
  await one.agent.page.do('call.keep-kind', one.within);
  await one.change('customer', 'two-way');
  await one.change('agent', 'one-way');
  expect(one.now()?.kind).toBe('one-way');
  await end(one);
});

test('only who is in the call may, at the page that is in it', async () => {
  const one = await call('support', 'voice');
  const other = await server.page();
  await other.do('customer.resume', { token: one.customer.token });
  expect(await other.refusal('call.change-kind', { ...one.within, kind: 'two-way' })).toBe('call-elsewhere');
  expect(await other.refusal('call.keep-kind', one.within)).toBe('call-elsewhere');
  const gone = { ...one.within, callId: 'kind-none' as CallId };
  expect(await one.agent.page.refusal('call.change-kind', { ...gone, kind: 'voice' })).toBe('call-gone');
  await end(one);
});
