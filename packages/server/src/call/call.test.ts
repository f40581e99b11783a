import { applyFact, type CallId, type Escalation, emptyInteraction } from '@eyeline/protocol';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parseConfig } from '../settings/parse-config.ts';
import { TestServer } from '../testing/test-server.ts';

const iceServers = [
  { urls: 'stun:stun.example:3478' },
  { urls: 'turn:turn.example:3478', secret: { env: 'CALL_TEST_SECRET' } },
];
const entryPoints = [
  { entryPointId: 'support', title: 'Support' },
  { entryPointId: 'chat-only', title: 'Chat only', video: false },
  {
    entryPointId: 'fixed',
    title: 'Fixed',
    escalation: { answers: ['accept' as const] },
  },
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
    expect(
      await customer.page.refusal('call.propose', {
        interactionId,
        callId: newCall(),
      }),
    ).toBe('call-in-progress');
    expect(
      await customer.page.refusal('call.accept', {
        interactionId,
        callId: newCall(),
      }),
    ).toBe('call-gone');
    expect(
      await customer.page.refusal('call.signal', {
        interactionId,
        callId,
        epoch: 1,
        signal,
      }),
    ).toBe('call-gone');
    expect(await customer.page.do('call.accept', { interactionId, callId })).toEqual(iceOf(customer));
    expect(await customer.page.refusal('call.decline', { interactionId, callId })).toBe('call-gone');
    await end(one);
    expect(await customer.page.waitFor('call.ended')).toMatchObject({
      callId,
      reason: 'hung-up',
    });
    const types = customer.page.facts().map(fact => fact.type);
    expect(types.slice(-2)).toEqual(['call.ended', 'interaction.closed']);
  });

  test('is declined, and may be made again', async () => {
    const one = await server.conversation();
    const { agent, customer, interactionId } = one;
    const callId = newCall();
    await customer.page.do('call.propose', { interactionId, callId });
    await agent.page.do('call.decline', { interactionId, callId });
    expect(await customer.page.waitFor('call.declined')).toMatchObject({
      callId,
      participantId: agent.agentId,
    });
    expect(
      await agent.page.refusal('call.end', {
        interactionId,
        callId,
        reason: 'hung-up',
      }),
    ).toBe('call-gone');
    await customer.page.do('call.propose', {
      interactionId,
      callId: newCall(),
    });
    await end(one);
    expect(await customer.page.waitFor('call.ended')).toMatchObject({
      reason: 'withdrawn',
    });
  });

  test('needs an agent in the conversation and an entry point with video', async () => {
    const waiting = await server.customer();
    const { interactionId } = waiting;
    expect(
      await waiting.page.refusal('call.propose', {
        interactionId,
        callId: newCall(),
      }),
    ).toBe('call-not-allowed');
    await waiting.page.do('interaction.end', { interactionId });
    expect(
      await waiting.page.refusal('call.propose', {
        interactionId,
        callId: newCall(),
      }),
    ).toBe('interaction-closed');

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
    await agent.page.do('call.signal', {
      interactionId,
      callId,
      epoch: 1,
      signal,
    });
    expect(await other.waitFor('call.signalled')).toMatchObject({
      callId,
      participantId: agent.agentId,
      signal,
    });
    await customer.page.settle();
    expect(customer.page.payloads('call.signalled')).toEqual([]);

    // That page is gone and another one goes on: signals follow.
    other.close();
    await expect.poll(() => server.running.centre.people.callers.count(customer.participantId)).toBe(1);
    await agent.page.do('call.signal', {
      interactionId,
      callId,
      epoch: 1,
      signal,
    });
    await customer.page.waitFor('call.signalled');
    await customer.page.do('call.signal', {
      interactionId,
      callId,
      epoch: 1,
      signal,
    });
    await agent.page.waitFor('call.signalled');
    await end(one);
  });

  test('are never stored', async () => {
    const one = await server.conversation();
    const { agent, customer, interactionId } = one;
    const callId = newCall();
    await agent.page.do('call.propose', { interactionId, callId });
    await customer.page.do('call.accept', { interactionId, callId });
    await agent.page.do('call.signal', {
      interactionId,
      callId,
      epoch: 1,
      signal,
    });
    const { facts } = await customer.page.do('interaction.catch-up', {
      interactionId,
      afterSeq: 0,
    });
    expect(JSON.stringify(facts)).not.toContain('v=0');
    await end(one);
  });
});

describe('what is shown', () => {
  const all = { camera: 'on', microphone: 'on', screen: 'on' } as const;

  test('is a fact, as far as the kind of call has room for it', async () => {
    const one = await server.conversation('fixed');
    const { agent, customer, interactionId } = one;
    const callId = newCall();
    await agent.page.do('call.propose', {
      interactionId,
      callId,
      kind: 'one-way',
      sources: all,
    });
    expect(await customer.page.waitFor('call.proposed')).toMatchObject({
      kind: 'one-way',
      sources: { camera: 'off', microphone: 'on', screen: 'on' },
    });
    await customer.page.do('call.accept', {
      interactionId,
      callId,
      sources: { ...all, camera: 'refused' },
    });
    expect(await agent.page.waitFor('call.accepted')).toMatchObject({
      sources: { camera: 'refused' },
    });
    await customer.page.do('call.switch', {
      interactionId,
      callId,
      sources: { ...all, screen: 'off' },
    });
    await customer.page.do('call.switch', {
      interactionId,
      callId,
      sources: { ...all, screen: 'off' },
    });
    await agent.page.do('call.switch', { interactionId, callId, sources: all });
    const { facts } = await agent.page.do('interaction.catch-up', {
      interactionId,
      afterSeq: 0,
    });
    const { legs } = facts.reduce(applyFact, emptyInteraction).call ?? {
      legs: [],
    };
    expect(legs.map(({ sources }) => sources.camera)).toEqual(['off', 'on']);
    expect(facts.filter(({ type }) => type === 'call.switched')).toHaveLength(1);
    await end(one);
  });

  test('a call in which the agent does without a picture: only an agent may accept so, and only where the site wants it', async () => {
    const one = await server.conversation();
    const { agent, customer, interactionId } = one;
    const callId = newCall();
    await customer.page.do('call.propose', { interactionId, callId });
    expect(
      await agent.page.refusal('call.accept', {
        interactionId,
        callId,
        kind: 'voice',
      }),
    ).toBe('call-not-allowed');
    await agent.page.do('call.accept', {
      interactionId,
      callId,
      kind: 'one-way',
    });
    expect(await customer.page.waitFor('call.accepted')).toMatchObject({
      kind: 'one-way',
    });
    await end(one);

    const other = await server.conversation('fixed');
    const second = newCall();
    await other.customer.page.do('call.propose', {
      interactionId: other.interactionId,
      callId: second,
    });
    const asked = {
      interactionId: other.interactionId,
      callId: second,
      kind: 'one-way',
    } as const;
    expect(await other.agent.page.refusal('call.accept', asked)).toBe('call-not-allowed');
    await end(other);
  });
});

describe('hold', () => {
  test("is the agent's alone, and a fact", async () => {
    const one = await server.conversation();
    const { agent, customer, interactionId } = one;
    const callId = newCall();
    await customer.page.do('call.propose', { interactionId, callId });
    expect(
      await agent.page.refusal('call.hold', {
        interactionId,
        callId,
        held: true,
      }),
    ).toBe('call-gone');
    await agent.page.do('call.accept', { interactionId, callId });
    expect(
      await customer.page.refusal('call.hold', {
        interactionId,
        callId,
        held: true,
      }),
    ).toBe('not-allowed');
    await agent.page.do('call.hold', { interactionId, callId, held: true });
    await agent.page.do('call.hold', { interactionId, callId, held: true });
    expect(await customer.page.waitFor('call.held')).toMatchObject({
      callId,
      held: true,
      participantId: agent.agentId,
    });
    await agent.page.do('call.hold', { interactionId, callId, held: false });
    const facts = customer.page.facts().filter(({ type }) => type === 'call.held');
    expect(facts).toMatchObject([{ held: true }, { held: false }]);
    await end(one);
  });
});

describe('what may be started', () => {
  test('is said to each side, and follows the configuration at once', async () => {
    const one = await server.conversation();
    const { agent, customer, interactionId } = one;
    const asked = { interactionId, afterSeq: 0 };
    expect((await customer.page.do('interaction.catch-up', asked)).escalation).toMatchObject({
      ...{ kinds: ['two-way'], obstacle: null, camera: true },
      answers: ['accept', 'decline', 'later'],
    });
    expect((await agent.page.do('interaction.catch-up', asked)).escalation).toMatchObject({
      kinds: ['two-way', 'one-way', 'voice'],
      answers: ['accept', 'one-way', 'decline', 'later'],
    });
    const changed = entryPoints.map(entryPoint => ({
      ...entryPoint,
      escalation: { customerMayStart: [], agentMayStart: ['voice' as const] },
    }));
    await server.running.reconfigure(parseConfig({ ...server.fileConfig, entryPoints: changed }));
    const isNow = ({ escalation }: { escalation: Escalation }) => !escalation.kinds.includes('two-way');
    expect((await customer.page.waitFor('escalation.changed', isNow)).escalation).toMatchObject({
      ...{ kinds: [], obstacle: 'not-offered' },
    });
    expect((await agent.page.waitFor('escalation.changed', isNow)).escalation.kinds).toEqual(['voice']);
    const callId = newCall();
    expect(await customer.page.refusal('call.propose', { interactionId, callId })).toBe('call-not-allowed');
    expect(await agent.page.refusal('call.propose', { interactionId, callId })).toBe('call-not-allowed');
    await agent.page.do('call.propose', {
      interactionId,
      callId,
      kind: 'voice',
    });
    await server.running.reconfigure(parseConfig(server.fileConfig));
    await end(one);
  });
});

describe('media commands', () => {
  test('are refused in a call from peer to peer', async () => {
    const one = await server.conversation();
    const { agent, customer, interactionId } = one;
    const callId = newCall();
    await agent.page.do('call.propose', { interactionId, callId });
    expect(
      await customer.page.refusal('media.join', {
        interactionId,
        callId,
        epoch: 1,
      }),
    ).toBe('call-gone');
    await customer.page.do('call.accept', { interactionId, callId });
    expect(
      await customer.page.refusal('media.join', {
        interactionId,
        callId,
        epoch: 1,
      }),
    ).toBe('call-not-allowed');
    await end(one);
  });
});
