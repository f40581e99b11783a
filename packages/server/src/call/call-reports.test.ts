import { type CallId, type CallMeasures, type Fact, joinMeasures } from '@eyeline/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import { ApiClient } from '../testing/api-client.ts';
import { DrivenTime } from '../testing/driven-time.ts';
import { TestServer } from '../testing/test-server.ts';
import { CallReports } from './call-reports.ts';

const measured = (pageId: string, more: Partial<CallMeasures> = {}): CallMeasures => ({
  ...{ pageId, durationMs: 60_000, firstFrameMs: 400, loss: 0.01, roundTripMs: 40, receivedKbps: 900, sentKbps: 800 },
  ...{ height: 720, freezes: 0, frozenMs: 0, minutes: [], worst: null },
  ...more,
});
let n = 0;

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({ entryPoints: [{ entryPointId: 'support', title: 'Support' }] });
});
afterAll(() => server.stop());

async function call() {
  const one = await server.conversation();
  const within = { interactionId: one.interactionId, callId: `measured-${n++}` as CallId };
  await one.agent.page.do('call.propose', within);
  await one.customer.page.do('call.accept', within);
  const end = () => one.agent.page.do('call.end', { ...within, reason: 'hung-up' });
  const leave = async () => {
    await one.agent.page.do('interaction.end', { interactionId: one.interactionId });
    await one.agent.page.do('task.wrap-up', { taskId: one.taskId, code: 'solved' });
    await one.agent.page.do('agent.sign-out', {});
  };
  return { ...one, within, end, leave };
}

test('L11 how a call was stands in its log for each side, and supervisors may read it over HTTP; the customer is told no figures', async () => {
  const { agent, customer, within, interactionId, end, leave } = await call();
  await customer.page.do('call.report', { ...within, measures: measured('their-page', { loss: 0.2 }) });
  await agent.page.do('call.renew', { ...within, epoch: 1 });
  await end();
  await customer.page.do('call.report', { ...within, measures: measured('their-page') });
  // It waits for those who took part.
  expect(agent.page.payloads('call.measured')).toEqual([]);
  await agent.page.do('call.report', { ...within, measures: measured('my-page', { freezes: 2, frozenMs: 900 }) });
  await expect.poll(() => agent.page.payloads('call.measured').length).toBe(2);
  const facts = agent.page.payloads('call.measured');
  const about = { callId: within.callId, kind: 'two-way', media: 'p2p', ending: 'hung-up' };
  expect(facts.find(fact => fact.participantId === customer.participantId)).toMatchObject({
    ...about,
    epochs: [
      { epoch: 1, reason: null },
      { epoch: 2, reason: 'lost' },
    ],
    measures: { loss: 0.01, firstFrameMs: 400 },
  });
  expect(facts.find(fact => fact.participantId !== customer.participantId)).toMatchObject({ measures: { freezes: 2 } });
  await customer.page.waitFor('call.measured');
  for (const fact of customer.page.payloads('call.measured')) expect(fact).not.toHaveProperty('measures.loss');

  const api = new ApiClient(server.url);
  expect((await api.ask('GET', `/interactions/${interactionId}/calls`)).status).toBe(401);
  await api.signIn();
  const { body } = await api.ask('GET', `/interactions/${interactionId}/calls`);
  expect(body.calls).toEqual(facts);
  expect((await api.ask('GET', '/interactions/none/calls')).status).toBe(400);
  await leave();
});

test('nobody reports for another, for a call of others, or long after', async () => {
  const { agent, customer, within, end, leave } = await call();
  const stranger = await server.customer();
  const report = { ...within, measures: measured('page') };
  expect(await stranger.page.refusal('call.report', report)).toBe('not-allowed');
  expect(await customer.page.refusal('call.report', { ...report, callId: 'measured-none' as CallId })).toBe(
    'call-gone',
  );
  const forged = { ...report, participantId: agent.agentId, measures: measured('page', { loss: 1 }) };
  await customer.page.do('call.report', forged);
  const endless = Array.from({ length: 61 }, () => ({ fromMs: 0, ...measured('page') }));
  const broken = { ...report, measures: { ...measured('page'), minutes: endless } };
  expect(await customer.page.refusal('call.report', broken)).toBe('invalid-payload');
  await end();
  for (const { page } of [agent, customer]) await page.do('call.report', report);
  await expect.poll(() => agent.page.payloads('call.measured').length).toBe(2);
  expect(await customer.page.refusal('call.report', report)).toBe('call-gone');
  expect(agent.page.payloads('call.measured').every(fact => fact.measures?.loss === 0.01)).toBe(true);
  await stranger.page.do('interaction.end', { interactionId: stranger.interactionId });
  await leave();
});

test('of a page that went without a word what it said last is written, after a moment; of one that said nothing, that', async () => {
  const [interactionId, callId] = ['i1', 'c1' as CallId];
  const fact = (type: string, at: number, more: object) => ({ type, interactionId, callId, at, ...more }) as Fact;
  const facts = [
    fact('call.proposed', 1000, { participantId: 'ada', media: 'p2p', kind: 'voice' }),
    fact('call.accepted', 2000, { participantId: 'ben' }),
  ];
  const legs = ['ada', 'ben'].map(participantId => ({ participantId }));
  const interaction: { call: object | null } = { call: { callId, state: 'active', legs } };
  const log = { interactionId, interaction, storedAfter: () => facts } as unknown as InteractionLog;
  const written: object[] = [];
  const time = new DrivenTime();
  const append = (_: unknown, one: object) => written.push(one);
  const reports = new CallReports(run => run({ append } as never), time);
  const [earlier, later] = [measured('first', { freezes: 1 }), measured('second', { freezes: 2, loss: 0.03 })];
  for (const one of [earlier, later]) reports.take(log, callId, 'ada' as never, one);

  facts.push(fact('call.kind-changed', 3000, { participantId: 'ben', kind: 'two-way' }));
  facts.push(fact('call.ended', 65_000, { participantId: null, reason: 'left' }));
  interaction.call = null;
  reports.ended(log, callId);
  await time.pass(4999);
  expect(written).toEqual([]);
  await time.pass(1);
  expect(written).toMatchObject([
    { participantId: 'ada', kind: 'two-way', durationMs: 63_000, ending: 'left', measures: { freezes: 3, loss: 0.02 } },
    { participantId: 'ben', measures: null },
  ]);
  expect(written[0]).toMatchObject({ measures: joinMeasures(earlier, later) });
  expect(() => reports.take(log, callId, 'ada' as never, later)).toThrow();
  expect(time.pending).toBe(0);
});

test('a server that stops writes how a call was that has just ended; one that could not, its next start does', async () => {
  const { agent, customer, within, interactionId, end } = await call();
  await customer.page.do('call.report', { ...within, measures: measured('their-page') });
  await end();
  const { dataDirectory } = server;
  const calls = async () => {
    const api = new ApiClient(server.url);
    await api.signIn();
    return (await api.ask('GET', `/interactions/${interactionId}/calls`)).body.calls;
  };
  await server.pause();
  server = await TestServer.start({ entryPoints: [{ entryPointId: 'support', title: 'Support' }] }, { dataDirectory });
  const written = await calls();
  expect(written).toHaveLength(2);
  expect(written).toContainEqual(
    expect.objectContaining({
      participantId: customer.participantId,
      measures: expect.objectContaining({ pageId: 'their-page' }),
    }),
  );
  expect(agent.page.payloads('call.measured')).toEqual([]);
});

test('what an earlier server did not come to write is written once', async () => {
  const [interactionId, callId] = ['i2', 'c2' as CallId];
  const fact = (type: string, at: number, more: object) => ({ type, interactionId, callId, at, ...more }) as Fact;
  const facts = [
    fact('call.proposed', 1000, { participantId: 'ada', media: 'p2p', kind: 'voice' }),
    fact('call.accepted', 2000, { participantId: 'ben' }),
    fact('call.ended', 3000, { participantId: null, reason: 'left' }),
  ];
  const log = { interactionId, interaction: { call: null }, storedAfter: () => facts } as unknown as InteractionLog;
  const time = new DrivenTime();
  const append = (_: unknown, one: object) => facts.push({ ...fact('call.measured', 9000, {}), ...one });
  const reports = () => new CallReports(run => run({ append } as never), time);
  reports().resume(log);
  await time.pass(5000);
  expect(facts.slice(3)).toMatchObject([{ participantId: 'ada' }, { participantId: 'ben' }]);
  reports().resume(log);
  await time.pass(5000);
  expect(facts).toHaveLength(5);
});
