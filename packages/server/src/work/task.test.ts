import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { ConfigInput } from '../settings/config.ts';
import { TestServer } from '../testing/test-server.ts';

const domains = { chat: 2, video: 1, callback: 1, email: 2 };
const routing = {
  queues: {
    default: { name: 'Support', callback: { attempts: 2, retryMs: 300 } },
    loans: { name: 'Loans', domains: ['chat'], skills: [{ skill: 'loans' }] },
    letters: { name: 'Letters', domains: ['email', 'chat'], mode: 'pull' },
    calls: { domains: ['callback'], callback: { attempts: 2, retryMs: 300 } },
  },
  skills: ['loans'],
  agents: { ben: { domains, skills: { loans: 5 } } },
  agentDefaults: { domains },
} satisfies ConfigInput['routing'];
const form = [{ name: 'name', label: 'Your name', type: 'text' as const }];
const entryPoints = [
  { entryPointId: 'support', title: 'Support' },
  { entryPointId: 'letters', title: 'Letters', queue: 'letters', form },
  { entryPointId: 'calls', title: 'Calls', queue: 'calls' },
];
const callId = 'call-1' as never;

let server: TestServer;
afterEach(() => server.stop());

describe('handing over', () => {
  test('to a colleague: conversation and call go on, and who handed over hears no more', async () => {
    server = await TestServer.start({ routing, entryPoints });
    const { agent: anna, customer: zoe, interactionId, taskId } = await server.conversation();
    const ben = await server.agent('ben');
    await zoe.page.do('call.propose', { interactionId, callId });
    await anna.page.do('call.accept', { interactionId, callId });

    const { targets } = await anna.page.do('target.list', { taskId });
    expect(targets).toContainEqual({ kind: 'agent', agentId: ben.agentId, name: 'Ben Okafor', state: 'ready' });
    expect(targets).toContainEqual({ kind: 'queue', queueId: 'loans', name: 'Loans', waiting: 0 });
    expect(targets.some(one => one.kind === 'agent' && one.agentId === anna.agentId)).toBe(false);

    const to = { kind: 'agent', agentId: ben.agentId } as const;
    const mallory = await server.customer('Mallory');
    await mallory.page.do('interaction.end', { interactionId: mallory.interactionId });
    for (const page of [ben.page, mallory.page]) {
      expect(await page.refusal('task.transfer', { taskId, to })).toMatch(/^(task-gone|not-allowed)$/);
      expect(await page.refusal('target.list', { taskId })).toMatch(/^(task-gone|not-allowed)$/);
    }
    const self = { kind: 'agent', agentId: anna.agentId } as const;
    expect(await anna.page.refusal('task.transfer', { taskId, to: self })).toBe('target-gone');
    const nowhere = { kind: 'queue', queueId: 'constructor' } as const;
    expect(await anna.page.refusal('task.transfer', { taskId, to: nowhere })).toBe('target-gone');
    await anna.page.do('task.transfer', { taskId, to });

    await zoe.page.waitFor('participant.left');
    expect(await zoe.page.waitFor('task.transferred')).toMatchObject({ to: 'Ben Okafor' });
    const offer = await ben.page.waitFor('offer.made', one => one.interactionId === interactionId);
    expect(offer.domain).toBe('video');
    await ben.page.do('offer.accept', { offerId: offer.offerId });
    await ben.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    await ben.page.do('call.rejoin', { interactionId, callId, takeOver: false });
    expect(await zoe.page.waitFor('call.renewed')).toMatchObject({ epoch: 2, participantId: ben.agentId });
    expect(zoe.page.payloads('call.ended')).toEqual([]);
    expect(await anna.page.refusal('call.rejoin', { interactionId, callId, takeOver: true })).toBe('not-allowed');
    await zoe.page.do('message.send', { interactionId, text: 'for Ben alone' });
    expect((await ben.page.waitFor('message.sent')).text).toBe('for Ben alone');
    await anna.page.settle();
    expect(anna.page.payloads('message.sent')).toEqual([]);
    expect(await anna.page.refusal('message.send', { interactionId, text: 'still me' })).toBe('not-allowed');
    const seen = await anna.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(seen.facts.at(-1)).toMatchObject({ type: 'participant.left', participantId: anna.agentId });

    // Anna wraps up while it goes on: the customer's log has no gap, and not her code.
    await anna.page.do('task.wrap-up', { taskId, code: 'no-help' });
    await anna.page.waitFor('task.state-changed', one => one.state === 'closed');
    expect(await zoe.page.waitFor('task.wrapped-up')).toMatchObject({ code: '' });
    const { facts } = await zoe.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(facts.map(fact => fact.seq)).toEqual(facts.map((_, index) => index + 1));
    expect(JSON.stringify(facts)).not.toContain('no-help');

    await ben.page.do('interaction.end', { interactionId });
    await ben.page.do('task.wrap-up', { taskId: offer.taskId, code: 'solved' });
    expect(await zoe.page.waitFor('interaction.closed')).toMatchObject({ disposition: 'handled' });
  });

  test('to a queue that does no video: the call ends', async () => {
    server = await TestServer.start({ routing, entryPoints });
    const { agent: anna, customer: zoe, interactionId, taskId } = await server.conversation();
    await zoe.page.do('call.propose', { interactionId, callId });
    await anna.page.do('call.accept', { interactionId, callId });
    await anna.page.do('task.transfer', { taskId, to: { kind: 'queue', queueId: 'loans' } });
    expect(await zoe.page.waitFor('call.ended')).toMatchObject({ callId, reason: 'hung-up' });
  });

  test('to a queue, and back; a restart in between loses nothing', async () => {
    server = await TestServer.start({ routing, entryPoints });
    const { agent: anna, customer, interactionId, taskId } = await server.conversation();
    await anna.page.do('task.transfer', { taskId, to: { kind: 'queue', queueId: 'loans' } });
    await server.pause();
    server = await TestServer.start({ routing, entryPoints }, { dataDirectory: server.dataDirectory });
    const zoe = await server.page();
    await zoe.do('customer.resume', { token: customer.token });
    await zoe.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    const back = await server.page();
    const desk = await back.do('agent.resume', { token: anna.desk.token });
    expect(desk.tasks).toMatchObject([{ taskId, interactionId, state: 'wrapping-up' }]);
    await back.do('task.wrap-up', { taskId, code: 'solved' });

    const ben = await server.agent('ben');
    const offer = await ben.page.waitFor('offer.made');
    expect(offer).toMatchObject({ interactionId, queue: 'Loans' });
    await ben.page.do('offer.accept', { offerId: offer.offerId });
    await ben.page.do('task.transfer', { taskId: offer.taskId, to: { kind: 'agent', agentId: anna.agentId } });
    const again = await back.waitFor('offer.made');
    await back.do('offer.accept', { offerId: again.offerId });
    await back.do('message.send', { interactionId, text: 'here I am again' });
    expect((await zoe.waitFor('message.sent')).text).toBe('here I am again');
  });
});

describe('a list to pick from', () => {
  test('is told as it changes; who is quicker gets it, the other one is told so', async () => {
    server = await TestServer.start({ routing, entryPoints });
    const anna = await server.agent('anna');
    const ben = await server.agent('ben');
    const zoe = await server.customer('Zoe', 'letters');
    const { listed } = await anna.page.waitFor('list.changed', one => one.listed.length === 1);
    expect(listed).toMatchObject([{ queueId: 'letters', queue: 'Letters', domain: 'chat', customerName: 'Zoe' }]);
    const { taskId } = listed[0] ?? { taskId: '' };
    expect(await zoe.page.refusal('task.pick', { taskId })).toBe('not-allowed');
    const commandId = 'a-command-of-annas-own';
    await anna.page.do('task.pick', { taskId, commandId });
    await anna.page.do('task.pick', { taskId, commandId });
    expect(await zoe.page.waitFor('participant.joined')).toMatchObject({ name: 'Anna Berg' });
    expect(await ben.page.ask('task.pick', { taskId })).toMatchObject({
      error: { code: 'task-gone', message: 'A colleague was quicker.' },
    });
    expect(await ben.page.refusal('task.pick', { taskId: 'none' })).toBe('task-gone');
    await ben.page.waitFor('list.changed', one => one.listed.length === 0);
    const pushed = await server.customer('Max');
    const offer = await ben.page.waitFor('offer.made', one => one.interactionId === pushed.interactionId);
    expect(await ben.page.ask('task.pick', { taskId: offer.taskId })).toMatchObject({ error: { code: 'task-gone' } });
  });
});

describe('a callback', () => {
  const soon = () => {
    const at = (ms: number) => new Date(Date.now() + ms).toISOString();
    const from = at(-60_000);
    // Near midnight the window ends with the day.
    const to = at(3_600_000).slice(0, 10) === from.slice(0, 10) ? at(3_600_000).slice(11, 16) : '23:59';
    return { date: from.slice(0, 10), from: from.slice(11, 16), to, zone: 'UTC' };
  };
  async function scheduled() {
    server = await TestServer.start({ routing, entryPoints });
    const anna = await server.page();
    const { agent } = await anna.do('agent.sign-in', { username: 'anna', password: 'eyeline-demo' });
    await anna.do('agent.set-state', { state: 'ready', domains: ['callback'] });
    const zoe = await server.page();
    const { interactionId } = await zoe.do('interaction.open', {
      entryPointId: 'calls',
      form: {},
      domain: 'callback',
      callback: soon(),
    });
    await zoe.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    return { anna, agentId: agent.agentId, zoe, interactionId };
  }

  test('reached: it goes on as a conversation', async () => {
    const { anna, zoe, interactionId } = await scheduled();
    const { offerId, taskId, domain } = await anna.waitFor('offer.made');
    expect(domain).toBe('callback');
    await anna.do('offer.accept', { offerId });
    expect(await zoe.refusal('callback.record', { taskId, outcome: 'reached' })).toBe('not-allowed');
    const ben = await server.agent('ben', false);
    expect(await ben.page.refusal('callback.record', { taskId, outcome: 'reached' })).toBe('task-gone');
    await anna.do('callback.record', { taskId, outcome: 'reached' });
    expect(await zoe.waitFor('callback.attempted')).toMatchObject({ outcome: 'reached' });
    await anna.do('interaction.end', { interactionId });
    await anna.do('task.wrap-up', { taskId, code: 'solved' });
    expect(await zoe.waitFor('interaction.closed')).toMatchObject({ disposition: 'handled' });
    expect(server.running.centre.work.state.tasks.size).toBe(0);
  });

  test('not reached: it is tried again, as often as configured; then the customer was missed', async () => {
    const { anna, agentId, zoe, interactionId } = await scheduled();
    const first = await anna.waitFor('offer.made');
    await anna.do('offer.accept', { offerId: first.offerId });
    const { taskId } = first;
    const record = { taskId, outcome: 'no-answer', commandId: randomUUID() } as const;
    await anna.do('callback.record', record);
    expect(await zoe.waitFor('participant.left')).toMatchObject({ participantId: agentId });
    await anna.do('task.wrap-up', { taskId, code: 'follow-up' });
    const second = await anna.waitFor('offer.made', one => one.offerId !== first.offerId);
    expect(second.taskId).toBe(taskId);
    await anna.do('offer.accept', { offerId: second.offerId });
    // Repeated so late that its id is forgotten, it is no second attempt.
    server.running.centre.commands.remove({ scope: `agent:${agentId}`, ...record });
    await anna.do('callback.record', record);
    await anna.do('callback.record', { taskId, outcome: 'line-busy' });
    await anna.do('task.wrap-up', { taskId, code: 'follow-up' });
    expect(await zoe.waitFor('interaction.closed')).toMatchObject({ disposition: 'missed' });
    const { facts } = await zoe.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(facts.flatMap(fact => (fact.type === 'callback.attempted' ? [fact.outcome] : []))).toEqual([
      'no-answer',
      'line-busy',
    ]);
    expect(facts.map(fact => fact.seq)).toEqual(facts.map((_, index) => index + 1));
  });

  test('a page that is closed does not take it back; ending it does', async () => {
    server = await TestServer.start({ routing, entryPoints, presence: { abandonedAfterMs: 100 } });
    const zoe = await server.page();
    const { interactionId, token } = await zoe.do('interaction.open', {
      entryPointId: 'calls',
      form: {},
      domain: 'callback',
      callback: soon(),
    });
    zoe.close();
    await new Promise(done => setTimeout(done, 400));
    expect(server.running.centre.work.state.tasks.size).toBe(1);
    const back = await server.page();
    await back.do('customer.resume', { token });
    await back.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    await back.do('interaction.end', { interactionId });
    expect(await back.waitFor('interaction.closed')).toMatchObject({ disposition: 'abandoned' });
    expect(server.running.centre.work.state.tasks.size).toBe(0);
  });
});
