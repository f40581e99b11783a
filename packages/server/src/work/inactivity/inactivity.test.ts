import { expect, test } from 'vitest';
import { InteractionLog } from '../../interaction/interaction-log.ts';
import { TestServer, testConfig } from '../../testing/test-server.ts';
import { inactivityStep } from './inactivity-step.ts';

const [support, ...others] = testConfig.entryPoints;
const silent = (nudgeMs: number, closeMs: number) => ({
  entryPoints: [{ ...support, inactivity: { nudgeMs, closeMs } }, ...others] as never,
});

test('who does not answer is asked, and then it is over: both read why', async () => {
  const server = await TestServer.start(silent(20, 20));
  try {
    const { agent, customer, interactionId } = await server.conversation();
    await customer.page.do('message.send', { interactionId, text: 'Hello' });
    await agent.page.do('message.send', { interactionId, text: 'How may I help?' });
    for (const { page } of [agent, customer]) {
      expect(await page.waitFor('interaction.nudged')).toMatchObject({ interactionId, closeMs: 20 });
      const closed = await page.waitFor('interaction.closed');
      expect(closed).toMatchObject({ participantId: null, disposition: 'handled', reason: 'inactive' });
    }
    expect(customer.page.payloads('interaction.nudged')).toHaveLength(1);
  } finally {
    await server.stop();
  }
});

test('what was asked before a restart ends after it', async () => {
  let server = await TestServer.start(silent(20, 86_400_000));
  const { agent, customer, interactionId } = await server.conversation();
  await agent.page.do('message.send', { interactionId, text: 'How may I help?' });
  await customer.page.waitFor('interaction.nudged');
  await server.pause();
  server = await TestServer.start(silent(20, 50), { dataDirectory: server.dataDirectory });
  try {
    const { centre } = server.running;
    const log = centre.interaction.logs.get(interactionId);
    // It was told how long there is; another configuration does not shorten that.
    expect(log && inactivityStep(log, { nudgeMs: 20, closeMs: 50 })).toMatchObject({ kind: 'close' });
    const back = await server.page();
    await back.do('customer.resume', { token: customer.token });
    await back.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    await back.do('message.send', { interactionId, text: 'Here I am' });
    expect(log && inactivityStep(log, { nudgeMs: 20, closeMs: 50 })).toBeNull();
  } finally {
    await server.stop();
  }
});

test('a customer who waits, types, calls or has never been written to is not asked', async () => {
  const rules = { nudgeMs: 100, closeMs: 50 };
  const log = new InteractionLog('silent' as never);
  const add = (fact: object, at: number) => log.append(fact as never, at);
  const step = () => inactivityStep(log, rules);
  const agent = { participantId: 'agent' };
  add({ type: 'interaction.opened', entryPointId: 'support', taskId: 'task', form: {}, domain: 'chat' }, 1);
  add({ type: 'participant.joined', participantId: 'zoe', role: 'customer', name: 'Zoe' }, 2);
  expect(step()).toBeNull();
  add({ type: 'participant.joined', ...agent, role: 'agent', name: 'Anna' }, 3);
  expect(step()).toBeNull();
  add({ type: 'message.sent', ...agent, messageId: '1', text: 'Hello' }, 10);
  expect(step()).toEqual({ kind: 'nudge', at: 110 });
  log.customerActiveAt = 60;
  expect(step()).toEqual({ kind: 'nudge', at: 160 });
  add({ type: 'message.sent', participantId: 'zoe', messageId: '2', text: 'Hello' }, 70);
  expect(step()).toBeNull();
  add({ type: 'message.sent', ...agent, messageId: '3', text: 'Yes?' }, 80);
  add({ type: 'call.proposed', callId: 'call', ...agent, media: 'p2p' }, 90);
  expect(step()).toBeNull();
  add({ type: 'call.ended', callId: 'call', ...agent, reason: 'withdrawn' }, 200);
  expect(step()).toEqual({ kind: 'nudge', at: 300 });
  add({ type: 'interaction.nudged', closeMs: 40 }, 300);
  expect(step()).toEqual({ kind: 'close', at: 340 });
  // Typing again puts it off, and so does what the agent says.
  log.customerActiveAt = 310;
  expect(step()).toEqual({ kind: 'nudge', at: 410 });
  add({ type: 'message.sent', ...agent, messageId: '4', text: 'Take your time.' }, 320);
  expect(step()).toEqual({ kind: 'nudge', at: 420 });
  expect(inactivityStep(log, undefined)).toBeNull();
  add({ type: 'participant.left', ...agent }, 330);
  expect(step()).toBeNull();
});
