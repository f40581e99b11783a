import { type CommandInput, checkOf, KEPT_CHECKS } from '@eyeline/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { TestServer } from '../testing/test-server.ts';

type Findings = CommandInput<'check.report'>['findings'];

const covered: Findings = {
  durationMs: 1200,
  userAgent: 'Browser 1',
  checks: [{ ...checkOf('camera', 'success'), code: 'camera-black' }, checkOf('microphone', 'success')],
};

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({ entryPoints: [{ entryPointId: 'support', title: 'Support' }] });
});
afterAll(() => server.stop());

test('L12 what a customer found before a call is kept: the desk reads it, supervisors over HTTP, the customer no findings; it is bounded', async () => {
  const { agent, customer, interactionId } = await server.conversation();
  await customer.page.do('check.report', { interactionId, findings: covered });
  const fact = await agent.page.waitFor('participant.checked');
  expect(fact).toMatchObject({ participantId: customer.participantId, ...covered });
  expect(JSON.stringify(await customer.page.waitFor('participant.checked'))).not.toMatch(/camera|Browser/);

  const api = new ApiClient(server.url);
  await api.signIn();
  const { body } = await api.ask('GET', `/interactions/${interactionId}/calls`);
  expect(body).toMatchObject({
    checks: [{ participantId: customer.participantId, verdict: 'impaired', faults: [{ code: 'camera-black' }] }],
  });

  // So many are kept of each; what is foreign or no finding is refused.
  for (let n = 1; n < KEPT_CHECKS; n++) await customer.page.do('check.report', { interactionId, findings: covered });
  expect(await customer.page.refusal('check.report', { interactionId, findings: covered })).toBe('too-many-requests');
  // The other side has its own.
  await agent.page.do('check.report', { interactionId, findings: covered });
  const stranger = await server.customer();
  expect(await stranger.page.refusal('check.report', { interactionId, findings: covered })).toBe('not-allowed');
  const many = { ...covered, checks: Array.from({ length: 25 }, () => checkOf('stun', 'success')) };
  const wide = Object.fromEntries(Array.from({ length: 13 }, (_, n) => [`figure-${n}`, n]));
  const swollen = { ...covered, checks: [{ ...checkOf('stun'), data: wide }] };
  for (const findings of [many, swollen])
    expect(await customer.page.refusal('check.report', { interactionId, findings })).toBe('invalid-payload');
});
