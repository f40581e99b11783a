import type { CallId } from '@eyeline/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestServer } from '../testing/test-server.ts';

let n = 0;
const newCall = () => `call-${n++}` as CallId;
const signal = { type: 'offer', sdp: 'v=0' } as const;

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

type Conversation = Awaited<ReturnType<TestServer['conversation']>>;
async function end({ agent, interactionId, taskId }: Conversation) {
  await agent.page.do('interaction.end', { interactionId });
  await agent.page.do('task.wrap-up', { taskId, code: 'solved' });
  await agent.page.do('agent.sign-out', {});
}

describe('a page that comes back', () => {
  async function inCall(entryPointId = 'support') {
    const one = await server.conversation(entryPointId);
    const callId = newCall();
    await one.agent.page.do('call.propose', {
      interactionId: one.interactionId,
      callId,
    });
    await one.customer.page.do('call.accept', {
      interactionId: one.interactionId,
      callId,
    });
    const second = await server.page();
    await second.do('customer.resume', { token: one.customer.token });
    await second.do('interaction.catch-up', {
      interactionId: one.interactionId,
      afterSeq: 0,
    });
    return {
      ...one,
      callId,
      second,
      named: { interactionId: one.interactionId, callId },
    };
  }

  test('takes the place of the one that is gone: media begins anew, as it was', async () => {
    const { agent, customer, second, named, ...one } = await inCall();
    customer.page.close();
    await expect.poll(() => server.running.centre.people.callers.count(customer.participantId)).toBe(1);
    expect(await second.do('call.rejoin', { ...named, takeOver: false })).toMatchObject({ icePolicy: 'all' });
    expect(await agent.page.waitFor('call.renewed')).toMatchObject({
      ...{
        callId: named.callId,
        epoch: 2,
        media: 'p2p',
        reason: 'rejoined',
        participantId: customer.participantId,
      },
    });
    await agent.page.do('call.signal', { ...named, epoch: 1, signal });
    await agent.page.do('call.signal', { ...named, epoch: 2, signal });
    expect(await second.waitFor('call.signalled')).toMatchObject({ epoch: 2 });
    expect(second.payloads('call.signalled')).toHaveLength(1);
    await end({ agent, customer, ...one });
  });

  test('on another line is still the same page, though the one before seems to be up', async () => {
    const { agent, customer, named, ...one } = await inCall();
    const page = 'the-same-page-on-both-lines';
    const [before, after] = [await server.pageNamed(page), await server.pageNamed(page)];
    await before.do('customer.resume', { token: customer.token });
    await before.do('call.rejoin', { ...named, takeOver: true });
    await after.do('customer.resume', { token: customer.token });
    await after.do('call.signal', { ...named, epoch: 2, signal });
    expect(await agent.page.waitFor('call.signalled')).toMatchObject({ epoch: 2 });
    expect(before.payloads('call.moved')).toEqual([]);
    await end({ agent, customer, ...one });
  });

  test('leaves another in peace until it is to take over, which tells that one', async () => {
    const { agent, customer, second, named, ...one } = await inCall();
    expect(await second.refusal('call.rejoin', { ...named, takeOver: false })).toBe('call-elsewhere');
    expect(await second.refusal('call.signal', { ...named, epoch: 1, signal })).toBe('call-elsewhere');
    await agent.page.settle();
    expect(agent.page.payloads('call.renewed')).toEqual([]);
    await second.do('call.rejoin', { ...named, takeOver: true });
    expect(await customer.page.waitFor('call.moved')).toMatchObject({
      callId: named.callId,
    });
    const sources = { camera: 'on', microphone: 'on', screen: 'off' } as const;
    expect(await customer.page.refusal('call.switch', { ...named, sources })).toBe('call-elsewhere');
    await end({ agent, customer, ...one });
  });

  test('nothing came through: it begins anew once, however many say so', async () => {
    const { agent, customer, named, ...one } = await inCall();
    await customer.page.do('call.renew', { ...named, epoch: 1 });
    await agent.page.do('call.renew', { ...named, epoch: 1 });
    await agent.page.settle();
    expect(agent.page.payloads('call.renewed')).toMatchObject([{ epoch: 2, reason: 'lost', participantId: null }]);
    await end({ agent, customer, ...one });
  });
});
