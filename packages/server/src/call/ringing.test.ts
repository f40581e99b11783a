import type { CallId } from '@eyeline/protocol';
import { afterEach, expect, test } from 'vitest';
import { TestServer, testConfig } from '../testing/test-server.ts';

const callId = 'call-1' as CallId;

let server: TestServer;
afterEach(() => server.stop());

test('nobody answers: it ends by itself, and the agent is not needed whole any more', async () => {
  const entryPoints = testConfig.entryPoints.map(one => ({ ...one, escalation: { ringMs: 50 } }));
  server = await TestServer.start({ entryPoints });
  const { agent, customer, interactionId } = await server.conversation();
  await customer.page.do('call.propose', { interactionId, callId });
  const ended = { callId, participantId: null, reason: 'not-answered' };
  expect(await agent.page.waitFor('call.ended')).toMatchObject(ended);
  expect(await customer.page.waitFor('call.ended')).toMatchObject(ended);
  await agent.page.waitFor('task.state-changed', one => one.domain === 'chat');
});

test('who asked has closed the page: it is taken back, also when the person is there in another', async () => {
  server = await TestServer.start();
  const { agent, customer, interactionId } = await server.conversation();
  const other = await server.page();
  await other.do('customer.resume', { token: customer.token });
  await customer.page.do('call.propose', { interactionId, callId });
  customer.page.close();
  expect(await agent.page.waitFor('call.ended')).toMatchObject({
    ...{ callId, reason: 'withdrawn', participantId: customer.participantId },
  });
});
