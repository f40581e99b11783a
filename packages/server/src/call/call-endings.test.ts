import type { CallId } from '@eyeline/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

let n = 0;
const newCall = () => `ending-${n++}` as CallId;

async function end({ agent, interactionId, taskId }: Awaited<ReturnType<TestServer['conversation']>>) {
  await agent.page.do('interaction.end', { interactionId });
  await agent.page.do('task.wrap-up', { taskId, code: 'solved' });
  await agent.page.do('agent.sign-out', {});
}

test('a page that takes the other side for gone while all are there: it was the way between them that failed', async () => {
  const one = await server.conversation();
  const { agent, customer, interactionId } = one;
  const callId = newCall();
  await agent.page.do('call.propose', { interactionId, callId });
  await customer.page.do('call.accept', { interactionId, callId });
  await customer.page.do('call.end', { interactionId, callId, reason: 'left' });
  expect(await agent.page.waitFor('call.ended')).toMatchObject({ reason: 'failed', cause: 'connection-lost' });
  await end(one);
});

test('why a call failed is in its end, said by who found out; of one that was hung up nobody says so', async () => {
  const one = await server.conversation();
  const { agent, customer, interactionId } = one;
  const callId = newCall();
  await agent.page.do('call.propose', { interactionId, callId });
  await customer.page.do('call.accept', { interactionId, callId });
  const failed = { interactionId, callId, reason: 'failed', cause: 'too-weak' } as const;
  expect((await customer.page.askRaw('call.end', { ...failed, commandId: 'x', cause: 'boredom' })).ok).toBe(false);
  await customer.page.do('call.end', failed);
  expect(await agent.page.waitFor('call.ended')).toMatchObject({ reason: 'failed', cause: 'too-weak' });
  const next = newCall();
  await agent.page.do('call.propose', { interactionId, callId: next });
  await customer.page.do('call.accept', { interactionId, callId: next });
  await customer.page.do('call.end', { ...failed, callId: next, reason: 'hung-up' });
  expect(await agent.page.waitFor('call.ended', fact => fact.callId === next)).not.toHaveProperty('cause');
  await end(one);
});
