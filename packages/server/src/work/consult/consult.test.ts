import { randomUUID } from 'node:crypto';
import type { InteractionId, TaskId } from '@eyeline/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import type { ConfigInput } from '../../settings/config.ts';
import type { Page } from '../../testing/page.ts';
import { TestServer } from '../../testing/test-server.ts';

const domains = { chat: 1, video: 1 };
const routing = {
  queues: {
    default: { name: 'Support' },
    loans: { name: 'Loans', skills: [{ skill: 'loans' }] },
    letters: { name: 'Letters', domains: ['email'] },
  },
  skills: ['loans'],
  agents: { ben: { domains: { ...domains, chat: 2 }, skills: { loans: 5 } } },
  agentDefaults: { domains },
} satisfies ConfigInput['routing'];
const form = [
  { name: 'name', label: 'Your name', type: 'text' as const },
  { name: 'matter', label: 'What is it about?', type: 'text' as const },
];
const entryPoints = [{ entryPointId: 'support', title: 'Support', form }];
const question = 'May she have the fee back?';

let server: TestServer;
afterEach(() => server.stop());

/** Anna serves Zoe, Ben is there, and Eve, a third agent, who is not asked. */
async function served() {
  server = await TestServer.start({ routing, entryPoints });
  const conversation = await server.conversation();
  const ben = await server.agent('ben');
  await conversation.customer.page.do('message.send', {
    interactionId: conversation.interactionId,
    text: 'You charged me twice',
  });
  return { ...conversation, anna: conversation.agent, zoe: conversation.customer, ben };
}

type Served = Awaited<ReturnType<typeof served>>;

const askBen = ({ anna, ben, taskId }: Served) =>
  anna.page.do('consult.ask', { taskId, to: { kind: 'agent', agentId: ben.agentId }, question });

/** Ben has accepted, and both have the consult before them. */
async function consulted() {
  const parts = await served();
  const { interactionId: consultId } = await askBen(parts);
  const offer = await parts.ben.page.waitFor('offer.made', one => one.interactionId === consultId);
  await parts.ben.page.do('offer.accept', { offerId: offer.offerId });
  for (const { page } of [parts.anna, parts.ben])
    await page.do('interaction.catch-up', { interactionId: consultId, afterSeq: 0 });
  await parts.ben.page.do('interaction.catch-up', { interactionId: parts.interactionId, afterSeq: 0 });
  return { ...parts, consultId, consultTaskId: offer.taskId };
}

/** All that the customer's page was ever told, and can ask for. */
async function seenBy({ page, interactionId }: { page: Page; interactionId: InteractionId }) {
  await page.settle();
  const { facts } = await page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  return { facts, text: JSON.stringify([page.received, facts]) };
}

describe('asking a colleague', () => {
  test('the offer says who asks, what, and about whom; both talk beside the conversation, which goes on', async () => {
    const { anna, ben, zoe, interactionId, taskId, consultId, consultTaskId } = await consulted();
    const [offer] = ben.page.payloads('offer.made');
    expect(offer).toMatchObject({
      interactionId: consultId,
      customerName: 'Zoe',
      consult: { askerName: 'Anna Berg', question },
      form: [{ label: 'Your name', value: 'Zoe' }],
      domain: 'chat',
    });
    const taken = await ben.page.waitFor('task.state-changed', one => one.taskId === consultTaskId);
    expect(taken.consult).toEqual({
      about: interactionId,
      askerName: 'Anna Berg',
      customerName: 'Zoe',
    });
    const hers = await anna.page.waitFor('consult.changed', one => one.interactionId === consultId);
    expect(hers).toMatchObject({ taskId, participantId: anna.agentId, to: 'Ben Okafor', ending: null });

    // Ben reads what was said and what is being said.
    const so = await ben.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(so.facts.map(fact => fact.type)).toContain('message.sent');
    await zoe.page.do('message.send', { interactionId, text: 'Are you there?' });
    await ben.page.waitFor('message.sent', one => one.interactionId === interactionId && one.text === 'Are you there?');
    await ben.page.do('message.send', { interactionId: consultId, text: 'Yes, once' });
    await anna.page.waitFor('message.sent', one => one.interactionId === consultId && one.text === 'Yes, once');
    await ben.page.do('typing.set', { interactionId: consultId, typing: true });
    await anna.page.waitFor('typing.changed', one => one.interactionId === consultId);

    // Anna's place is free for what it was free for; Ben's is taken.
    const figures = server.running.centre.work.state.agentSessions;
    expect(figures.get(anna.agentId)?.agent.inHand).toHaveLength(1);
    expect(figures.get(ben.agentId)?.agent.inHand).toEqual([
      { taskId: consultTaskId, domain: 'chat', holdsVoice: false },
    ]);
  });

  test('the customer sees and hears nothing of it: not a word, not a participant, not a gap', async () => {
    const before = await served();
    const start = (await seenBy({ ...before.zoe, interactionId: before.interactionId })).facts;
    const { interactionId: consultId } = await askBen(before);
    const offer = await before.ben.page.waitFor('offer.made');
    await before.ben.page.do('offer.accept', { offerId: offer.offerId });
    for (const { page } of [before.anna, before.ben])
      await page.do('message.send', { interactionId: consultId, text: 'between us' });
    await before.ben.page.do('interaction.catch-up', { interactionId: before.interactionId, afterSeq: 0 });
    await before.ben.page.do('interaction.end', { interactionId: consultId });
    const after = await seenBy({ ...before.zoe, interactionId: before.interactionId });
    expect(after.facts).toEqual(start);
    expect(after.facts.map(fact => fact.seq)).toEqual(after.facts.map((_, index) => index + 1));
    expect(after.text).not.toMatch(/between us|Ben|fee back|consult/);
    expect(after.text).not.toContain(consultId);
    const { page } = before.zoe;
    expect(await page.refusal('interaction.catch-up', { interactionId: consultId, afterSeq: 0 })).toBe('not-allowed');
  });

  test('nobody reaches what is not theirs', async () => {
    const { anna, ben, zoe, interactionId, taskId, consultId, consultTaskId } = await consulted();
    const to = { kind: 'agent', agentId: ben.agentId } as const;
    const mallory = await server.customer('Mallory');
    // A third agent: an account made for this.
    const { page: eve } = await server.agent('sue' as 'anna');
    for (const page of [zoe.page, mallory.page, eve]) {
      expect(await page.refusal('interaction.catch-up', { interactionId: consultId, afterSeq: 0 })).toBe('not-allowed');
      expect(await page.refusal('message.send', { interactionId: consultId, text: 'me too' })).toBe('not-allowed');
      expect(await page.refusal('interaction.end', { interactionId: consultId })).toBe('not-allowed');
      expect(await page.refusal('consult.ask', { taskId, to, question })).toMatch(/^(not-allowed|task-gone)$/);
      expect(await page.refusal('consult.complete', { taskId })).toMatch(/^(not-allowed|task-gone)$/);
    }
    for (const page of [eve, mallory.page])
      expect(await page.refusal('interaction.catch-up', { interactionId, afterSeq: 0 })).toBe('not-allowed');

    // Ben reads, and does nothing else there; nor is the consult a customer to hand over, ask about, or call.
    const callId = randomUUID() as never;
    for (const refused of [
      ben.page.refusal('message.send', { interactionId, text: 'hello' }),
      ben.page.refusal('typing.set', { interactionId, typing: true }),
      ben.page.refusal('message.mark-delivered', { interactionId, throughSeq: 1 }),
      ben.page.refusal('interaction.end', { interactionId }),
      ben.page.refusal('call.propose', { interactionId, callId }),
    ])
      expect(await refused).toBe('not-allowed');
    expect(await ben.page.refusal('call.propose', { interactionId: consultId, callId })).toBe('call-not-allowed');
    const self = { kind: 'agent', agentId: anna.agentId } as const;
    for (const id of [consultTaskId, taskId]) {
      expect(await ben.page.refusal('task.transfer', { taskId: id, to: self })).toBe('task-gone');
      expect(await ben.page.refusal('consult.ask', { taskId: id, to: self, question })).toBe('task-gone');
      expect(await ben.page.refusal('consult.complete', { taskId: id })).toBe('task-gone');
    }

    // Over, he may read the consult, and nothing more of Zoe.
    await anna.page.do('interaction.end', { interactionId: consultId });
    expect(await ben.page.refusal('interaction.catch-up', { interactionId, afterSeq: 0 })).toBe('not-allowed');
    ben.page.received.length = 0;
    await zoe.page.do('message.send', { interactionId, text: 'for Anna alone' });
    await anna.page.waitFor('message.sent', one => one.text === 'for Anna alone');
    await ben.page.settle();
    expect(JSON.stringify(ben.page.received)).not.toContain('for Anna alone');
    expect((await ben.page.do('interaction.catch-up', { interactionId: consultId, afterSeq: 0 })).facts).not.toEqual(
      [],
    );
  });

  test('declined, not answered, nobody there, given up: the one who asked hears so and asks again', async () => {
    const parts = await served();
    const { anna, ben, taskId } = parts;
    const ending = async (id: InteractionId) =>
      (await anna.page.waitFor('consult.changed', one => one.interactionId === id && one.ending !== null)).ending;
    const first = await askBen(parts);
    const again = await anna.page.refusal('consult.ask', { taskId, to: { kind: 'queue', queueId: 'loans' }, question });
    expect(again).toBe('consult-in-progress');
    const offer = await ben.page.waitFor('offer.made');
    await ben.page.do('offer.decline', { offerId: offer.offerId });
    expect(await ending(first.interactionId)).toBe('declined');

    const toQueue = { taskId, to: { kind: 'queue', queueId: 'loans' }, question, commandId: randomUUID() } as const;
    const second = await anna.page.do('consult.ask', toQueue);
    expect(await anna.page.do('consult.ask', toQueue)).toEqual(second);
    await ben.page.waitFor('offer.made', one => one.interactionId === second.interactionId);
    await anna.page.do('interaction.end', { interactionId: second.interactionId });
    expect(await ending(second.interactionId)).toBe('given-up');
    await ben.page.waitFor('offer.closed', one => one.outcome === 'withdrawn');

    await ben.page.do('agent.sign-out', {});
    const third = await anna.page.do('consult.ask', { ...toQueue, commandId: randomUUID() });
    expect(await ending(third.interactionId)).toBe('nobody-there');
    const gone = { kind: 'agent', agentId: ben.agentId } as const;
    expect(await anna.page.refusal('consult.ask', { taskId, to: gone, question })).toBe('target-gone');
    for (const to of [
      { kind: 'queue', queueId: 'letters' },
      { kind: 'queue', queueId: 'constructor' },
      { kind: 'agent', agentId: anna.agentId },
    ] as const)
      expect(await anna.page.refusal('consult.ask', { taskId, to, question })).toBe('target-gone');
    expect(await anna.page.refusal('consult.ask', { taskId, to: gone, question: '' })).toBe('invalid-payload');
    const { targets } = await anna.page.do('target.list', { taskId, purpose: 'consult' });
    expect(targets.map(({ name }) => name)).toEqual(['Support', 'Loans']);
  });

  test('completed, the colleague goes on with the customer at once, and the asker wraps up', async () => {
    const { anna, ben, zoe, interactionId, taskId, consultId } = await consulted();
    ben.page.received.length = 0;
    await anna.page.do('consult.complete', { taskId });
    await anna.page.waitFor('task.state-changed', one => one.taskId === taskId && one.state === 'wrapping-up');
    const his = await ben.page.waitFor('task.state-changed', one => one.interactionId === interactionId);
    expect(his).toMatchObject({ state: 'active', participantId: ben.agentId });
    expect(ben.page.payloads('offer.made')).toEqual([]);
    await ben.page.waitFor('task.state-changed', one => one.interactionId === consultId && one.state === 'closed');
    await anna.page.waitFor('consult.changed', one => one.ending === 'handed-over');
    await zoe.page.waitFor('participant.joined', one => one.name === 'Ben Okafor');
    expect(await zoe.page.waitFor('task.transferred')).toMatchObject({ to: 'Ben Okafor', participantId: anna.agentId });
    const { facts, text } = await seenBy({ ...zoe, interactionId });
    expect(facts.map(fact => fact.seq)).toEqual(facts.map((_, index) => index + 1));
    expect(text).not.toContain(question);
    expect(text).not.toContain(consultId);

    await zoe.page.do('message.send', { interactionId, text: 'And you are?' });
    await ben.page.waitFor('message.sent', one => one.text === 'And you are?');
    await ben.page.do('message.send', { interactionId, text: 'Ben' });
    await zoe.page.waitFor('message.sent', one => one.text === 'Ben');
    await anna.page.settle();
    expect(anna.page.payloads('message.sent').some(one => one.text === 'And you are?')).toBe(false);
    expect(await anna.page.refusal('consult.complete', { taskId })).toBe('already-done');
    await anna.page.do('task.wrap-up', { taskId, code: 'solved' });
    await ben.page.do('interaction.end', { interactionId });
    await ben.page.do('task.wrap-up', { taskId: his.taskId, code: 'solved' });
    expect(await zoe.page.waitFor('interaction.closed')).toMatchObject({ disposition: 'handled' });
  });

  test('refused before somebody has answered, and nothing changes', async () => {
    const parts = await served();
    const { anna, zoe, taskId, interactionId } = parts;
    expect(await anna.page.refusal('consult.complete', { taskId })).toBe('consult-gone');
    await askBen(parts);
    const before = (await seenBy({ ...zoe, interactionId })).facts;
    expect(await anna.page.refusal('consult.complete', { taskId })).toBe('target-gone');
    expect((await seenBy({ ...zoe, interactionId })).facts).toEqual(before);
  });

  test('the customer leaves in the middle: both hear it, and the colleague is free', async () => {
    const { anna, ben, zoe, interactionId, taskId, consultId } = await consulted();
    await zoe.page.do('interaction.end', { interactionId });
    for (const { page } of [anna, ben]) {
      await page.waitFor('interaction.closed', one => one.interactionId === interactionId);
      await page.waitFor('interaction.closed', one => one.interactionId === consultId);
    }
    await anna.page.waitFor('consult.changed', one => one.ending === 'asker-left');
    await ben.page.waitFor('task.state-changed', one => one.interactionId === consultId && one.state === 'closed');
    expect(server.running.centre.work.state.agentSessions.get(ben.agentId)?.agent.inHand).toEqual([]);
    await anna.page.do('task.wrap-up', { taskId, code: 'solved' });
  });

  test('reloaded desks have it before them, and so has a server that starts again', async () => {
    const { anna, ben, zoe, interactionId, taskId, consultId, consultTaskId } = await consulted();
    const seen = async (tokens: { anna: string; ben: string }) => {
      const [annas, bens] = [await server.page(), await server.page()];
      const hers = await annas.do('agent.resume', { token: tokens.anna });
      const his = await bens.do('agent.resume', { token: tokens.ben });
      expect(hers.consults).toMatchObject([{ interactionId: consultId, taskId, to: 'Ben Okafor', ending: null }]);
      expect(his.tasks).toMatchObject([{ taskId: consultTaskId, consult: { about: interactionId } }]);
      expect(his.consults).toEqual([]);
      for (const page of [annas, bens])
        expect((await page.do('interaction.catch-up', { interactionId: consultId, afterSeq: 0 })).facts).not.toEqual(
          [],
        );
      await bens.do('interaction.catch-up', { interactionId, afterSeq: 0 });
      return { annas, bens };
    };
    const tokens = { anna: anna.desk.token, ben: ben.desk.token };
    await seen(tokens);
    await server.pause();
    server = await TestServer.start({ routing, entryPoints }, { dataDirectory: server.dataDirectory });
    const { annas, bens } = await seen(tokens);
    const zoes = await server.page();
    await zoes.do('customer.resume', { token: zoe.token });
    await zoes.do('message.send', { interactionId, text: 'still here' });
    await bens.waitFor('message.sent', one => one.text === 'still here');

    // What was advised stays with what it was about, over another start too.
    await bens.do('message.send', { interactionId: consultId, text: 'my advice' });
    await bens.do('interaction.end', { interactionId: consultId });
    await annas.waitFor('consult.changed', one => one.ending === 'ended');
    await server.pause();
    server = await TestServer.start({ routing, entryPoints }, { dataDirectory: server.dataDirectory });
    const last = await server.page();
    const desk = await last.do('agent.resume', { token: tokens.anna });
    expect(desk.consults).toMatchObject([{ interactionId: consultId, taskId: taskId as TaskId, ending: 'ended' }]);
    const { facts } = await last.do('interaction.catch-up', { interactionId: consultId, afterSeq: 0 });
    expect(JSON.stringify(facts)).toContain('my advice');

    // However many there are, the latest stands last.
    const order = [consultId];
    for (let count = 0; count < 5; count += 1) {
      const to = { kind: 'queue', queueId: 'loans' } as const;
      const asked = await last.do('consult.ask', { taskId, to, question });
      await last.do('interaction.end', { interactionId: asked.interactionId });
      order.push(asked.interactionId);
    }
    await server.pause();
    server = await TestServer.start({ routing, entryPoints }, { dataDirectory: server.dataDirectory });
    const again = await server.page();
    const { consults } = await again.do('agent.resume', { token: tokens.anna });
    expect(consults.map(one => one.interactionId)).toEqual(order);
    await again.do('interaction.end', { interactionId });
    await again.do('task.wrap-up', { taskId, code: 'solved' });
    expect((await again.do('agent.resume', { token: desk.token })).consults).toEqual([]);
  });
});
