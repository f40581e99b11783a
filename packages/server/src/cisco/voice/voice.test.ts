import { afterEach, describe, expect, test } from 'vitest';
import { demoPassword } from '../../process/demo.ts';
import type { ConfigInput } from '../../settings/config.ts';
import { TestServer } from '../../testing/test-server.ts';

const routing = {
  agents: {
    anna: { domains: { chat: 1, video: 1, email: 2 }, voiceChannel: true },
    ben: { domains: { chat: 1, email: 1 } },
  },
} satisfies ConfigInput['routing'];
const entryPoints = [{ entryPointId: 'support', title: 'Support' }];
const callId = 'call-1' as never;

let server: TestServer;
afterEach(() => server.stop());

async function supervisor() {
  const post = (path: string, body: object, token = '') =>
    fetch(new URL(`api/v1/${path}`, server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  const { token } = (await (await post('sign-in', { username: 'sue', password: demoPassword })).json()) as {
    token: string;
  };
  const voiceChannel = async (agentId: string, state: string) => {
    const response = await post(`agents/${agentId}/voice`, { state }, token);
    expect(response.status).toBe(200);
  };
  const shown = async (agentId: string) => {
    const response = await fetch(new URL('api/v1/agents', server.url), {
      headers: { authorization: `Bearer ${token}` },
    });
    const { agents } = (await response.json()) as { agents: { agentId: string; voiceChannel: unknown }[] };
    return agents.find(agent => agent.agentId === agentId)?.voiceChannel;
  };
  return { voiceChannel, shown };
}

describe('an agent with a phone', () => {
  test('is taken off voice while a colleague asks, and given back as soon as that is over', async () => {
    server = await TestServer.start({ routing, entryPoints });
    const { voiceChannel, shown } = await supervisor();
    const { agent: ben, taskId } = await server.conversation('support', 'ben');
    const anna = await server.agent('anna');
    await voiceChannel(anna.agentId, 'ready');
    const to = { kind: 'agent', agentId: anna.agentId } as const;
    const { interactionId } = await ben.page.do('consult.ask', { taskId, to, question: 'May she?' });
    const { offerId } = await anna.page.waitFor('offer.made');
    expect(await shown(anna.agentId)).toEqual({ state: 'ready', held: true });
    await anna.page.do('offer.accept', { offerId });
    await ben.page.do('interaction.end', { interactionId });
    await expect.poll(() => shown(anna.agentId)).toEqual({ state: 'ready', held: false });
  });

  test('is offered a chat only when it is ready; it is taken off voice for the chat and given back after', async () => {
    server = await TestServer.start({ routing, entryPoints });
    const { voiceChannel, shown } = await supervisor();
    const anna = await server.agent('anna');
    await voiceChannel(anna.agentId, 'talking');
    expect(await anna.page.waitFor('agent.state-changed', one => one.domains.chat === 'interrupted')).toBeDefined();
    const zoe = await server.customer();
    await anna.page.settle();
    expect(anna.page.payloads('offer.made')).toEqual([]);

    await voiceChannel(anna.agentId, 'ready');
    const { offerId } = await anna.page.waitFor('offer.made');
    expect(await shown(anna.agentId)).toEqual({ state: 'ready', held: true });
    const { taskId } = await anna.page.do('offer.accept', { offerId });
    await anna.page.do('interaction.end', { interactionId: zoe.interactionId });
    expect(await shown(anna.agentId)).toMatchObject({ held: true });
    await anna.page.do('task.wrap-up', { taskId, code: 'solved' });
    await expect.poll(() => shown(anna.agentId)).toEqual({ state: 'ready', held: false });
  });

  test('what is done by hand is left alone', async () => {
    server = await TestServer.start({ routing, entryPoints });
    const { voiceChannel, shown } = await supervisor();
    const { agent, interactionId, taskId } = await server.conversation();
    await voiceChannel(agent.agentId, 'not-ready');
    await agent.page.do('interaction.end', { interactionId });
    await agent.page.do('task.wrap-up', { taskId, code: 'solved' });
    await agent.page.settle();
    expect(await shown(agent.agentId)).toEqual({ state: 'not-ready', held: false });
  });
});

describe('turning a chat into video', () => {
  test('takes the agent whole, and gives the rest back when the call is over', async () => {
    server = await TestServer.start({ routing, entryPoints });
    const { agent, customer, interactionId } = await server.conversation();
    await customer.page.do('call.propose', { interactionId, callId });
    expect(await agent.page.waitFor('task.state-changed', one => one.domain === 'video')).toMatchObject({
      state: 'active',
    });
    await agent.page.waitFor('agent.state-changed', one => one.domains.chat === 'interrupted');
    await agent.page.do('call.accept', { interactionId, callId });
    await agent.page.do('call.end', { interactionId, callId, reason: 'hung-up' });
    await expect.poll(() => agent.page.payloads('task.state-changed').at(-1)?.domain).toBe('chat');
    await agent.page.waitFor('agent.state-changed', one => one.capacity.video?.used === 1);
    expect(agent.page.payloads('agent.state-changed').at(-1)).toMatchObject({
      domains: { chat: 'busy' },
      capacity: { chat: { used: 1, of: 1 }, video: { used: 0, of: 1 } },
    });
    // And again, this time declined.
    await agent.page.do('call.propose', { interactionId, callId: 'call-2' as never });
    await customer.page.do('call.decline', { interactionId, callId: 'call-2' as never });
    await expect.poll(() => agent.page.payloads('task.state-changed').at(-1)?.domain).toBe('chat');
  });

  test('ends as a chat also with an agent who is not ready for chats any more', async () => {
    server = await TestServer.start({ routing, entryPoints });
    const { agent, customer, interactionId } = await server.conversation();
    await customer.page.do('call.propose', { interactionId, callId });
    await agent.page.do('call.accept', { interactionId, callId });
    await agent.page.do('agent.set-state', { state: 'ready', domains: ['video'] });
    await customer.page.do('call.end', { interactionId, callId, reason: 'hung-up' });
    await expect.poll(() => agent.page.payloads('task.state-changed').at(-1)?.domain).toBe('chat');
    await customer.page.do('call.propose', { interactionId, callId: 'call-2' as never });
    await agent.page.waitFor('call.proposed', one => one.callId === 'call-2');
  });

  test('is refused with a sentence where the agent does not do video, or is not ready for it', async () => {
    server = await TestServer.start({ routing, entryPoints });
    const one = await server.conversation('support', 'ben');
    const refused = await one.customer.page.ask('call.propose', { interactionId: one.interactionId, callId });
    expect(refused).toMatchObject({
      error: { code: 'call-not-allowed', message: 'This agent does not do video. The chat goes on.' },
    });
    const anna = await server.agent('anna', false);
    await anna.page.do('agent.set-state', { state: 'ready', domains: ['chat'] });
    const max = await server.customer('Max');
    const offer = await anna.page.waitFor('offer.made');
    await anna.page.do('offer.accept', { offerId: offer.offerId });
    expect(await max.page.ask('call.propose', { interactionId: max.interactionId, callId })).toMatchObject({
      error: { message: 'The agent is not ready for video at the moment. The chat goes on.' },
    });
    await max.page.do('message.send', { interactionId: max.interactionId, text: 'never mind' });
  });

  test('takes the phone off voice where the e-mail before did not; a phone in use refuses it', async () => {
    const rules = [{ ruleId: 'all', outcome: {} }];
    server = await TestServer.start({ routing, entryPoints, rules });
    const { voiceChannel, shown } = await supervisor();
    const page = await server.page();
    const anna = await server.agent('anna', false);
    await anna.page.do('agent.set-state', { state: 'ready', domains: ['email', 'video'] });
    const opened = await page.do('interaction.open', { entryPointId: 'support', form: {}, domain: 'email' });
    const { interactionId } = opened;
    const { offerId } = await anna.page.waitFor('offer.made');
    await anna.page.do('offer.accept', { offerId });
    expect(await shown(anna.agentId)).toEqual({ state: 'ready', held: false });
    await voiceChannel(anna.agentId, 'talking');
    expect(await page.ask('call.propose', { interactionId, callId })).toMatchObject({
      error: { code: 'call-not-allowed', message: expect.stringContaining('phone is not free') },
    });
    await voiceChannel(anna.agentId, 'ready');
    await page.do('call.propose', { interactionId, callId });
    expect(await shown(anna.agentId)).toMatchObject({ held: true });
    await page.do('call.end', { interactionId, callId, reason: 'withdrawn' });
    await expect.poll(() => shown(anna.agentId)).toEqual({ state: 'ready', held: false });
  });
});
