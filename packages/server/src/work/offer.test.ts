import { afterEach, expect, test } from 'vitest';
import { SkippedTime } from '../testing/skipped-time.ts';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
afterEach(() => server.stop());

test('an offer that expires: the agent is not ready, the customer at the head, the next agent gets it', async () => {
  const time = new SkippedTime();
  const offerTimeoutMs = 300_000;
  server = await TestServer.start({ routing: { policy: { offerTimeoutMs } } }, { clock: time.clock });
  const anna = await server.agent('anna');
  const zoe = await server.customer('Zoe');
  const max = await server.customer('Max');
  const offer = await anna.page.waitFor('offer.made');
  expect(offer).toMatchObject({ interactionId: zoe.interactionId, timeoutMs: offerTimeoutMs });
  time.skip(server, offerTimeoutMs);
  expect(await anna.page.waitFor('offer.closed')).toEqual({ offerId: offer.offerId, outcome: 'expired' });
  expect(await anna.page.waitFor('agent.state-changed', one => one.reason === 'no-answer')).toMatchObject({
    state: 'not-ready',
    domains: { chat: 'not-ready', video: 'not-ready' },
  });
  expect(await anna.page.refusal('offer.accept', { offerId: offer.offerId })).toBe('offer-gone');
  const seen = await zoe.page.do('interaction.catch-up', { interactionId: zoe.interactionId, afterSeq: 0 });
  expect(seen.position).toBe(1);

  const ben = await server.agent('ben');
  const next = await ben.page.waitFor('offer.made');
  expect(next).toMatchObject({ interactionId: zoe.interactionId, queuedAt: offer.queuedAt });
  await ben.page.do('offer.accept', { offerId: next.offerId });
  // He may have been told before that Zoe is back.
  await expect
    .poll(() => max.page.payloads('queue.moved').at(-1))
    .toMatchObject({ interactionId: max.interactionId, position: 1 });
});

test('where no queue is configured, nobody reads of one', async () => {
  server = await TestServer.start({ routing: { policy: {} } });
  const anna = await server.agent('anna');
  await server.customer();
  const { offerId, taskId, queue, title } = await anna.page.waitFor('offer.made');
  expect(queue).toBe('');
  expect(title).not.toBe('');
  await anna.page.do('offer.accept', { offerId });
  const { targets } = await anna.page.do('target.list', { taskId, purpose: 'transfer' });
  expect(targets.filter(({ kind }) => kind === 'queue')).toMatchObject([{ queueId: 'default', name: '' }]);
});

test('an offer that is declined goes to the other agent; who declined stays ready', async () => {
  server = await TestServer.start();
  const anna = await server.agent('anna');
  const ben = await server.agent('ben');
  await server.customer();
  const { offerId } = await anna.page.waitFor('offer.made');
  await anna.page.do('offer.decline', { offerId });
  await ben.page.waitFor('offer.made');
  expect(await anna.page.waitFor('offer.closed')).toEqual({ offerId, outcome: 'declined' });
  expect(anna.page.payloads('agent.state-changed').at(-1)).toMatchObject({
    state: 'ready',
    domains: { chat: 'ready' },
  });
});

test('an offer is withdrawn when the customer leaves, and when the agent asks to be not ready', async () => {
  server = await TestServer.start();
  const anna = await server.agent('anna');
  const zoe = await server.customer();
  const first = await anna.page.waitFor('offer.made');
  await zoe.page.do('interaction.end', { interactionId: zoe.interactionId });
  expect(await anna.page.waitFor('offer.closed')).toEqual({ offerId: first.offerId, outcome: 'withdrawn' });
  expect(await zoe.page.waitFor('interaction.closed')).toMatchObject({ disposition: 'abandoned' });

  await server.customer();
  const second = await anna.page.waitFor('offer.made', one => one.offerId !== first.offerId);
  expect(await anna.page.refusal('agent.set-state', { state: 'not-ready', reason: 'no-answer' })).toBe(
    'unknown-reason',
  );
  await anna.page.do('agent.set-state', { state: 'not-ready', reason: 'lunch' });
  expect(await anna.page.waitFor('offer.closed', one => one.offerId === second.offerId)).toMatchObject({
    outcome: 'withdrawn',
  });
});

test('an agent who comes back within the grace period finds the desk as it was, and the offer again', async () => {
  server = await TestServer.start();
  const anna = await server.agent('anna');
  const zoe = await server.customer();
  await anna.page.waitFor('offer.made');
  anna.page.close();
  const page = await server.page();
  const desk = await page.do('agent.resume', { token: anna.desk.token });
  expect(desk.agent.state).toBe('ready');
  const [offer = await page.waitFor('offer.made')] = desk.offers;
  await page.do('offer.accept', { offerId: offer.offerId });
  const again = await server.page();
  const { tasks } = await again.do('agent.resume', { token: anna.desk.token });
  expect(tasks).toMatchObject([{ interactionId: zoe.interactionId, participantId: anna.agentId, state: 'active' }]);
});

test('an agent who does not come back is not ready, connection-lost', async () => {
  server = await TestServer.start({ routing: { policy: { graceMs: 150 } } });
  const anna = await server.agent('anna');
  anna.page.close();
  await new Promise(done => setTimeout(done, 400));
  const page = await server.page();
  expect((await page.do('agent.resume', { token: anna.desk.token })).agent).toMatchObject({
    state: 'not-ready',
    reason: 'connection-lost',
  });
});

test('not ready while in a conversation comes into force after wrap-up', async () => {
  server = await TestServer.start();
  const { agent, customer, interactionId, taskId } = await server.conversation();
  await agent.page.do('agent.set-state', { state: 'not-ready', reason: 'lunch' });
  const isPending = (one: { domains: { chat?: string } }) => one.domains.chat === 'pending-not-ready';
  expect(await agent.page.waitFor('agent.state-changed', isPending)).toMatchObject({ state: 'ready' });
  expect(await agent.page.refusal('task.wrap-up', { taskId, code: 'solved' })).toBe('task-gone');
  await customer.page.do('interaction.end', { interactionId });
  await agent.page.do('task.wrap-up', { taskId, code: 'solved' });
  expect(await agent.page.waitFor('agent.state-changed', one => one.reason === 'lunch')).toMatchObject({
    state: 'not-ready',
  });
});
