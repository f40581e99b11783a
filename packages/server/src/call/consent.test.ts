import type { CallId } from '@eyeline/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestServer } from '../testing/test-server.ts';
import { rulesOf } from './media-rooms.ts';

const consent = 'Your picture is kept for 30 days.';
const callId = 'agreed-call' as CallId;

let server: TestServer;
beforeEach(async () => {
  const escalation = { consent, customerMayStart: ['two-way' as const, 'voice' as const] };
  server = await TestServer.start({ entryPoints: [{ entryPointId: 'support', title: 'Support', escalation }] });
});
afterEach(() => server.stop());

async function meet() {
  const one = await server.conversation();
  const { interactionId, customer, agent } = one;
  const log = server.running.centre.interaction.logs.get(interactionId);
  if (!log) throw new Error('no log');
  const mayShow = () => rulesOf(log, callId).maySend(customer.participantId, 'camera');
  const given = () => log.storedAfter(0).filter(fact => fact.type === 'call.consented');
  return {
    customer: customer.page,
    agent: agent.page,
    by: customer.participantId,
    within: { interactionId, callId },
    mayShow,
    given,
  };
}

test('L9 no call with the customer’s picture before they have agreed to what the site asks, word for word', async () => {
  const { customer, agent, by, within, mayShow, given } = await meet();
  await agent.do('call.propose', within);
  expect(await customer.refusal('call.accept', within)).toBe('consent-needed');
  expect(await customer.refusal('call.accept', { ...within, consent: 'Anything.' })).toBe('consent-needed');
  expect([given(), mayShow()]).toEqual([[], false]);

  await customer.do('call.accept', { ...within, consent });
  expect(given()).toMatchObject([{ participantId: by, callId, kind: 'two-way', text: consent, agreed: true }]);
  expect(mayShow()).toBe(true);
  // The yes stands before what it is the condition of.
  const types = agent.facts().map(({ type }) => type);
  await agent.waitFor('call.accepted');
  expect(types.indexOf('call.consented')).toBeLessThan(agent.facts().findIndex(({ type }) => type === 'call.accepted'));
});

test('neither is one proposed', async () => {
  const { customer, within, given } = await meet();
  expect(await customer.refusal('call.propose', within)).toBe('consent-needed');
  await customer.do('call.propose', { ...within, consent });
  expect(given()).toHaveLength(1);
});

test('a call by voice shows nothing: it is agreed to when it becomes one with pictures, once', async () => {
  const { customer, agent, within, mayShow, given } = await meet();
  await agent.do('call.propose', { ...within, kind: 'voice' });
  await customer.do('call.accept', within);
  await agent.do('call.change-kind', { ...within, kind: 'two-way' });
  expect(await customer.refusal('call.change-kind', { ...within, kind: 'two-way' })).toBe('consent-needed');
  expect([given(), mayShow()]).toEqual([[], false]);
  await customer.do('call.change-kind', { ...within, kind: 'two-way', consent });
  expect([given().length, mayShow()]).toEqual([1, true]);
  await customer.do('call.change-kind', { ...within, kind: 'voice' });
  await customer.do('call.change-kind', { ...within, kind: 'two-way' });
  await agent.do('call.change-kind', { ...within, kind: 'two-way' });
  expect([given().length, mayShow()]).toEqual([1, true]);
});

test('who does not agree declines, and the agent reads why', async () => {
  const { customer, agent, by, within, given } = await meet();
  await agent.do('call.propose', within);
  await customer.do('call.decline', { ...within, consent });
  await agent.waitFor('call.declined');
  expect(given()).toMatchObject([{ participantId: by, text: consent, agreed: false }]);
});
