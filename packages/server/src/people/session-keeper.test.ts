import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '../testing/test-server.ts';
import { fateOf } from './session-fate.ts';
import { SessionKeeper } from './session-keeper.ts';

const hourMs = 3_600_000;
/** The default life of an agent's session, and a bit. */
const later = () => server.running.centre.interaction.now() + 12 * hourMs + 1;

let server: TestServer;
let keeper: SessionKeeper;
beforeAll(async () => {
  server = await TestServer.start();
  const { people, settings, log, interaction, work } = server.running.centre;
  keeper = new SessionKeeper({
    ...{ people, settings, log },
    now: interaction.now,
    change: interaction.change,
    isBusy: agentId => work.state.agentSessions.get(agentId)?.agent.state === 'ready',
    isOpen: interactionId => interaction.logs.get(interactionId)?.isClosed === false,
  });
});
afterAll(() => server.stop());

test.each([
  ['young, at work', 5, true, 'keep'],
  ['young, idle', 5, false, 'keep'],
  ['half of its life, at work', 6, true, 'renew'],
  ['nearly over, idle', 11, false, 'keep'],
  ['over, at work', 13, true, 'renew'],
  ['over, idle', 12, false, 'end'],
] as const)('a session that is %s', (_, age, isWorking, fate) => {
  expect(fateOf({ begunAt: 0, lifeMs: 12 * hourMs, isWorking }, age * hourMs)).toBe(fate);
});

test('who has left the desk open is signed out; who works gets another token and stays', async () => {
  const idle = await server.agent('anna', false);
  const working = await server.agent('ben');
  await keeper.look(later());
  await idle.page.waitFor('agent.session-ended');
  const { token } = await working.page.waitFor('agent.token-renewed');
  const { centre } = server.running;
  const { sessions } = centre.people;
  expect(sessions.get(idle.agentId)).toBeUndefined();
  expect(sessions.get(working.agentId)).toBeDefined();
  expect(centre.work.state.agentSessions.has(idle.agentId)).toBe(false);
  const again = await server.page();
  expect(await again.refusal('agent.resume', { token: idle.desk.token })).toBe('token-invalid');
  expect((await again.ask('agent.resume', { token })).ok).toBe(true);
});

test('a customer is not cut off in a conversation; afterwards the page is nobody’s', async () => {
  const { page, interactionId, token } = await server.customer();
  const { centre } = server.running;
  const far = centre.interaction.now() + 25 * hourMs;
  await keeper.look(far);
  await page.do('message.send', { interactionId, text: 'still here' });
  await page.do('interaction.end', { interactionId });
  await keeper.look(far);
  expect(await page.refusal('interaction.catch-up', { interactionId, afterSeq: 0 })).toBe('not-signed-in');
  // The token itself is good, by the clock on the wall.
  await page.do('customer.resume', { token });
});

test('an expired token of a customer is good as long as the conversation goes on, and then no more', async () => {
  const { centre } = server.running;
  const { page, interactionId, participantId } = await server.customer();
  const expired = await centre.people.tokens.forCustomer({ role: 'customer', interactionId, participantId }, -hourMs);
  const again = await server.page();
  await again.do('customer.resume', { token: expired });
  await page.do('interaction.end', { interactionId });
  expect(await (await server.page()).refusal('customer.resume', { token: expired })).toBe('token-expired');
});
