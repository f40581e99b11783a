import { afterEach, expect, test } from 'vitest';
import { participantIdOf } from '../people/identity.ts';
import { parseConfig } from '../settings/parse-config.ts';
import { Relay } from '../testing/relay.ts';
import { TestServer, testConfig } from '../testing/test-server.ts';

const presence = { absentAfterMs: 100, callLeftAfterMs: 250, abandonedAfterMs: 400 };

let server: TestServer;
afterEach(() => server.stop());

test('who is gone for a while is absent, and present again when back', async () => {
  server = await TestServer.start({ presence });
  const { agent, customer, interactionId } = await server.conversation();
  customer.page.close();
  const absent = await agent.page.waitFor('participant.presence-changed');
  expect(absent).toMatchObject({ participantId: customer.participantId, presence: 'absent' });
  const back = await server.page();
  await back.do('customer.resume', { token: customer.token });
  await agent.page.waitFor('participant.presence-changed', one => one.presence === 'present');

  agent.page.close();
  await back.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  expect(await back.waitFor('participant.presence-changed')).toMatchObject({
    participantId: agent.agentId,
    presence: 'absent',
  });
});

test('a reload is not noticed', async () => {
  server = await TestServer.start({ presence: { ...presence, absentAfterMs: 2000 } });
  const { agent, customer } = await server.conversation();
  customer.page.close();
  const back = await server.page();
  await back.do('customer.resume', { token: customer.token });
  await agent.page.settle();
  expect(agent.page.payloads('participant.presence-changed')).toEqual([]);
});

test('one of two pages may go', async () => {
  server = await TestServer.start({ presence });
  const { agent, customer } = await server.conversation();
  const second = await server.page();
  await second.do('customer.resume', { token: customer.token });
  customer.page.close();
  await new Promise(done => setTimeout(done, 300));
  expect(agent.page.payloads('participant.presence-changed')).toEqual([]);
});

test('a customer who leaves while waiting gives up the place', async () => {
  server = await TestServer.start({ presence });
  const zoe = await server.customer('Zoe');
  const max = await server.customer('Max');
  zoe.page.close();
  expect(await max.page.waitFor('queue.moved')).toMatchObject({ position: 1 });
  const back = await server.page();
  await back.do('customer.resume', { token: zoe.token });
  const { facts, position } = await back.do('interaction.catch-up', { interactionId: zoe.interactionId, afterSeq: 0 });
  expect(facts.at(-1)).toMatchObject({ type: 'interaction.closed', disposition: 'abandoned', participantId: null });
  expect(position).toBeNull();
});

test('a call is ended by nobody but its people while one of them is there; when both are gone it is over', async () => {
  server = await TestServer.start({
    presence: { ...presence, absentAfterMs: 50 },
    entryPoints: testConfig.entryPoints.map(one => ({ ...one, absentCloseMs: 100 })),
  });
  const { agent, customer, interactionId } = await server.conversation();
  const callId = 'call-1' as never;
  await agent.page.do('call.propose', { interactionId, callId });
  await customer.page.do('call.accept', { interactionId, callId });
  customer.page.close();
  await agent.page.waitFor('participant.presence-changed', one => one.presence === 'absent');
  // Longer than a side may be away from a call, and than an absent customer keeps an agent.
  await new Promise(done => setTimeout(done, 500));
  await agent.page.settle();
  expect(agent.page.payloads('call.ended')).toEqual([]);
  expect(agent.page.payloads('interaction.closed')).toEqual([]);
  const { token } = agent.desk;
  agent.page.close();
  await expect.poll(() => server.running.centre.interaction.logs.get(interactionId)?.interaction.call).toBeNull();
  const page = await server.page();
  await page.do('agent.resume', { token });
  const { facts } = await page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  expect(facts.find(({ type }) => type === 'call.ended')).toMatchObject({ reason: 'left' });
});

test('after a restart those who do not come back are gone too', async () => {
  server = await TestServer.start();
  const zoe = await server.customer();
  await server.pause();
  server = await TestServer.start({ presence }, { dataDirectory: server.dataDirectory });
  await expect.poll(() => server.running.centre.work.state.tasks.size).toBe(0);
  const back = await server.page();
  await back.do('customer.resume', { token: zoe.token });
  const { facts } = await back.do('interaction.catch-up', { interactionId: zoe.interactionId, afterSeq: 0 });
  // It may not be stored yet: then it is told.
  const closed = facts.find(one => one.type === 'interaction.closed') ?? (await back.waitFor('interaction.closed'));
  expect(closed).toMatchObject({ disposition: 'abandoned' });
});

const briefly = testConfig.entryPoints.map(one => ({ ...one, absentCloseMs: 1_000 }));
const gone = { ...presence, absentAfterMs: 50, abandonedAfterMs: 60_000 };

test('a customer who is gone for good gives the agent back; one who comes back in time goes on', async () => {
  server = await TestServer.start({ presence: gone, entryPoints: briefly });
  const zoe = await server.conversation();
  const max = await server.conversation('support', 'ben');
  zoe.customer.page.close();
  await zoe.agent.page.waitFor('participant.presence-changed', one => one.presence === 'absent');
  max.customer.page.close();
  const back = await server.page();
  await back.do('customer.resume', { token: zoe.customer.token });
  const closed = await max.agent.page.waitFor('interaction.closed');
  expect(closed).toMatchObject({ participantId: null, disposition: 'handled' });
  await max.agent.page.waitFor('task.state-changed', one => one.state === 'wrapping-up');
  // Her time would have been over before his.
  await zoe.agent.page.settle();
  expect(zoe.agent.page.payloads('interaction.closed')).toEqual([]);
});

test('how long a customer has been gone is not forgotten by a restart', async () => {
  server = await TestServer.start({ presence: gone, entryPoints: briefly });
  const { agent, interactionId } = await server.conversation();
  const { token } = agent.desk;
  for (const page of server.pages) if (page !== agent.page) page.close();
  await agent.page.waitFor('participant.presence-changed', one => one.presence === 'absent');
  await server.pause();
  server = await TestServer.start({ presence: gone, entryPoints: briefly }, { dataDirectory: server.dataDirectory });
  const page = await server.page();
  await page.do('agent.resume', { token });
  const { facts } = await page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  const closed = facts.find(({ type }) => type === 'interaction.closed') ?? (await page.waitFor('interaction.closed'));
  expect(closed).toMatchObject({ participantId: null, disposition: 'handled' });
  // It was closed for the absence of before, not for one that began with the restart.
  const absences = [...facts, ...page.facts()].filter(
    one => one.type === 'participant.presence-changed' && one.participantId !== participantIdOf(agent.agentId),
  );
  expect(absences).toHaveLength(1);
});

test('a network that is dead without a word makes absent as soon as it is noticed, and both sides notice', async () => {
  server = await TestServer.start({
    presence: { ...presence, pingIntervalMs: 200, pingTimeoutMs: 400, absentAfterMs: 500, abandonedAfterMs: 60_000 },
  });
  const { agent, customer } = await server.conversation();
  const relay = await Relay.to(server.url);
  const page = await server.page(relay.url);
  await page.do('customer.resume', { token: customer.token });
  customer.page.close();
  const before = performance.now();
  const reason = new Promise(resolve => page.socket.once('disconnect', resolve));
  relay.die();
  await agent.page.waitFor('participant.presence-changed', one => one.presence === 'absent');
  expect(await reason).toBe('ping timeout');
  // The silence counts: it is not the timeout and then all of what absence takes.
  expect(performance.now() - before).toBeGreaterThan(400);
  relay.close();
});

test('the defaults notice a dead network within ten seconds', () => {
  const { pingIntervalMs, pingTimeoutMs, absentAfterMs } = parseConfig(testConfig).presence;
  expect(pingIntervalMs + pingTimeoutMs).toBeLessThan(10_000);
  expect(absentAfterMs).toBeLessThan(10_000);
});
