import { type CallId, type HelpSignal, mostPoints, type ParticipantId } from '@eyeline/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

const callId = 'call-of-help' as CallId;

type Conversation = Awaited<ReturnType<TestServer['conversation']>>;
async function end({ agent, interactionId, taskId }: Conversation): Promise<void> {
  await agent.page.do('interaction.end', { interactionId });
  await agent.page.do('task.wrap-up', { taskId, code: 'solved' });
  await agent.page.do('agent.sign-out', {});
}

test('H2 what is shown on a picture goes to the others in the call, and is in no log', async () => {
  const one = await server.conversation();
  const { agent, customer, interactionId } = one;
  const signal: HelpSignal = {
    type: 'pointed',
    picture: { participantId: customer.participantId, source: 'camera' },
    at: [0.25, 0.5],
  };
  const say = { interactionId, callId, signal };
  expect(await agent.page.refusal('help.signal', say)).toBe('call-gone');
  await customer.page.do('call.propose', { interactionId, callId });
  expect(await agent.page.refusal('help.signal', say)).toBe('call-gone');
  await agent.page.do('call.accept', { interactionId, callId });
  const before = (await agent.page.do('interaction.catch-up', { interactionId, afterSeq: 0 })).facts.length;
  await agent.page.do('help.signal', say);
  expect(await customer.page.waitFor('help.signalled')).toEqual({
    ...{ interactionId, callId, signal },
    participantId: agent.agentId,
  });
  await customer.page.do('help.signal', { ...say, signal: { type: 'cleared', picture: signal.picture } });
  expect(await agent.page.waitFor('help.signalled')).toMatchObject({ participantId: customer.participantId });
  expect((await agent.page.do('interaction.catch-up', { interactionId, afterSeq: 0 })).facts).toHaveLength(before);

  const on = (picture: HelpSignal['picture']) => ({ ...say, signal: { ...signal, picture } });
  const screen = { participantId: customer.participantId, source: 'screen' } as const;
  expect(await agent.page.refusal('help.signal', on(screen))).toBe('source-not-allowed');
  const stranger = { participantId: 'somebody' as ParticipantId, source: 'camera' } as const;
  expect(await agent.page.refusal('help.signal', on(stranger))).toBe('source-not-allowed');
  const points = Array.from({ length: mostPoints + 1 }, () => [0, 0]);
  for (const wrong of [
    { ...signal, at: [2, 0] },
    { ...signal, at: [0, Number.NaN] },
    { type: 'drawn', picture: signal.picture, strokeId: 1, points },
    { type: 'drawn', picture: signal.picture, strokeId: 1, points: [] },
  ])
    expect(await agent.page.askRaw('help.signal', { ...say, signal: wrong })).toMatchObject({
      error: { code: 'invalid-payload' },
    });

  const ben = await server.agent('ben', false);
  expect(await ben.page.refusal('help.signal', say)).toBe('not-allowed');
  await agent.page.settle();
  expect(customer.page.payloads('help.signalled')).toHaveLength(1);
  await end(one);
});

test('H3 a picture is held still by either side of the call for both, and that is a fact', async () => {
  const one = await server.conversation();
  const { agent, customer, interactionId } = one;
  const id = 'call-that-is-frozen' as CallId;
  const picture = { participantId: customer.participantId, source: 'camera' } as const;
  const freeze = { interactionId, callId: id, picture, frozen: true };
  await customer.page.do('call.propose', { interactionId, callId: id });
  await agent.page.do('call.accept', { interactionId, callId: id });
  await agent.page.do('call.freeze', freeze);
  await agent.page.do('call.freeze', freeze);
  expect(await customer.page.waitFor('call.frozen')).toMatchObject({ picture, participantId: agent.agentId });
  await customer.page.do('call.freeze', { ...freeze, frozen: false });
  await agent.page.waitFor('call.frozen', ({ frozen }) => !frozen);
  expect(customer.page.payloads('call.frozen').map(({ frozen }) => frozen)).toEqual([true, false]);
  const screen = { ...freeze, picture: { ...picture, source: 'screen' as const } };
  expect(await agent.page.refusal('call.freeze', screen)).toBe('source-not-allowed');
  const ben = await server.agent('ben', false);
  expect(await ben.page.refusal('call.freeze', freeze)).toBe('not-allowed');
  await end(one);
});
