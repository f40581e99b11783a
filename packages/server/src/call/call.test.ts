import type { CallId } from '@eyeline/protocol';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TestServer } from '../testing/test-server.ts';

const iceServers = [
  { urls: 'stun:stun.example:3478' },
  { urls: 'turn:turn.example:3478', secret: { env: 'CALL_TEST_SECRET' } },
];
const entryPoints = [
  { entryPointId: 'support', title: 'Support' },
  { entryPointId: 'chat-only', title: 'Chat only', video: false },
];
let n = 0;
const newCall = () => `call-${n++}` as CallId;
const signal = { type: 'offer', sdp: 'v=0' } as const;

let server: TestServer;
beforeAll(async () => {
  vi.stubEnv('CALL_TEST_SECRET', 'north star');
  server = await TestServer.start({ entryPoints, iceServers });
});
afterAll(() => server.stop());
afterAll(() => vi.unstubAllEnvs());

type Conversation = Awaited<ReturnType<TestServer['conversation']>>;
async function end({ agent, interactionId, taskId }: Conversation) {
  await agent.page.do('interaction.end', { interactionId });
  await agent.page.do('task.wrap-up', { taskId, code: 'solved' });
  await agent.page.do('agent.sign-out', {});
}

describe('a proposal', () => {
  test('is accepted by the other side alone, with the servers that help to connect', async () => {
    const one = await server.conversation();
    const { agent, customer, interactionId } = one;
    const callId = newCall();
    const iceOf = ({ participantId }: { participantId: string }) => ({
      iceServers: [
        iceServers[0],
        {
          urls: 'turn:turn.example:3478',
          username: expect.stringMatching(new RegExp(`^\\d{10}:${interactionId}\\.${participantId}$`)),
          credential: expect.stringMatching(/^[\w+/]{27}=$/),
        },
      ],
      icePolicy: 'all',
    });
    expect(await agent.page.do('call.propose', { interactionId, callId })).toEqual(
      iceOf({ participantId: agent.agentId }),
    );
    expect(await agent.page.refusal('call.accept', { interactionId, callId })).toBe('not-allowed');
    expect(await agent.page.refusal('call.decline', { interactionId, callId })).toBe('not-allowed');
    expect(await customer.page.refusal('call.propose', { interactionId, callId: newCall() })).toBe('call-in-progress');
    expect(await customer.page.refusal('call.accept', { interactionId, callId: newCall() })).toBe('call-gone');
    expect(await customer.page.refusal('call.signal', { interactionId, callId, signal })).toBe('call-gone');
    expect(await customer.page.do('call.accept', { interactionId, callId })).toEqual(iceOf(customer));
    expect(await customer.page.refusal('call.decline', { interactionId, callId })).toBe('call-gone');
    await end(one);
    expect(await customer.page.waitFor('call.ended')).toMatchObject({ callId, reason: 'hung-up' });
    const types = customer.page.facts().map(fact => fact.type);
    expect(types.slice(-2)).toEqual(['call.ended', 'interaction.closed']);
  });

  test('is declined, and may be made again', async () => {
    const one = await server.conversation();
    const { agent, customer, interactionId } = one;
    const callId = newCall();
    await customer.page.do('call.propose', { interactionId, callId });
    await agent.page.do('call.decline', { interactionId, callId });
    expect(await customer.page.waitFor('call.declined')).toMatchObject({ callId, participantId: agent.agentId });
    expect(await agent.page.refusal('call.end', { interactionId, callId, reason: 'hung-up' })).toBe('call-gone');
    await customer.page.do('call.propose', { interactionId, callId: newCall() });
    await end(one);
    expect(await customer.page.waitFor('call.ended')).toMatchObject({ reason: 'withdrawn' });
  });

  test('needs an agent in the conversation and an entry point with video', async () => {
    const waiting = await server.customer();
    const { interactionId } = waiting;
    expect(await waiting.page.refusal('call.propose', { interactionId, callId: newCall() })).toBe('call-not-allowed');
    await waiting.page.do('interaction.end', { interactionId });
    expect(await waiting.page.refusal('call.propose', { interactionId, callId: newCall() })).toBe('interaction-closed');

    const one = await server.conversation('chat-only');
    const proposal = { interactionId: one.interactionId, callId: newCall() };
    for (const page of [one.agent.page, one.customer.page])
      expect(await page.refusal('call.propose', proposal)).toBe('call-not-allowed');
    await end(one);
  });
});

describe('signals', () => {
  test('reach only the page that took the call', async () => {
    const one = await server.conversation();
    const { agent, customer, interactionId } = one;
    const other = await server.page();
    await other.do('customer.resume', { token: customer.token });
    await other.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    const callId = newCall();
    await agent.page.do('call.propose', { interactionId, callId });
    await other.do('call.accept', { interactionId, callId });
    await agent.page.do('call.signal', { interactionId, callId, signal });
    expect(await other.waitFor('call.signalled')).toMatchObject({ callId, participantId: agent.agentId, signal });
    await customer.page.settle();
    expect(customer.page.payloads('call.signalled')).toEqual([]);

    // That page is gone and another one goes on: signals follow.
    other.close();
    await expect.poll(() => server.running.centre.people.callers.count(customer.participantId)).toBe(1);
    await agent.page.do('call.signal', { interactionId, callId, signal });
    await customer.page.waitFor('call.signalled');
    await customer.page.do('call.signal', { interactionId, callId, signal });
    await agent.page.waitFor('call.signalled');
    await end(one);
  });

  test('are never stored', async () => {
    const one = await server.conversation();
    const { agent, customer, interactionId } = one;
    const callId = newCall();
    await agent.page.do('call.propose', { interactionId, callId });
    await customer.page.do('call.accept', { interactionId, callId });
    await agent.page.do('call.signal', { interactionId, callId, signal });
    const { facts } = await customer.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(JSON.stringify(facts)).not.toContain('v=0');
    await end(one);
  });
});

describe('media commands', () => {
  test('are refused in a call from peer to peer', async () => {
    const one = await server.conversation();
    const { agent, customer, interactionId } = one;
    const callId = newCall();
    await agent.page.do('call.propose', { interactionId, callId });
    expect(await customer.page.refusal('media.join', { interactionId, callId })).toBe('call-gone');
    await customer.page.do('call.accept', { interactionId, callId });
    expect(await customer.page.refusal('media.join', { interactionId, callId })).toBe('call-not-allowed');
    await end(one);
  });
});
