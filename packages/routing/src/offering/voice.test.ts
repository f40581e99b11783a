import type { AgentId, TaskId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import type { RoutingConfigurationSource } from '../configuration/configuration.ts';
import { Centre } from '../testing/centre.ts';

const ada = 'ada' as AgentId;
const voiceChannel = { domains: { chat: 2, video: 1, email: 2 }, voiceChannel: true };

/** Ada and Ben have phones, both ready, Ada for longer. */
function centreWithPhones(source: RoutingConfigurationSource = {}): Centre {
  const centre = new Centre({ agents: { ada: voiceChannel, ben: voiceChannel }, ...source });
  for (const agent of ['ada', 'ben']) {
    centre.phone(agent, 'ready');
    centre.ready(agent);
  }
  return centre;
}
const released = (centre: Centre) => centre.last('voice.release').map(({ agentId }) => agentId);

test('7.1 where voice is required the phone must be ready, unless the agent has none or the queue does not mind', () => {
  const centre = centreWithPhones({ queues: { default: {}, quiet: { voice: 'ignored' } } });
  centre.phone('ada', 'busy');
  centre.phone('ben', 'not-ready', 'lunch');
  centre.request('a');
  expect(centre.with('a')).toBeNull();
  centre.request('b', { queueId: 'quiet' });
  expect([centre.with('b'), centre.last('voice.hold')]).toEqual(['ada', []]);
  centre.ready('standalone');
  expect([centre.with('a'), centre.last('voice.hold')]).toEqual(['standalone', []]);
});

test('7.2 the phone is taken off voice first, once', () => {
  const centre = centreWithPhones();
  centre.request('a');
  expect(centre.last('voice.hold')).toMatchObject([
    { agentId: 'ada', reason: 'on-chat', expiresAt: centre.now + 3_000 },
  ]);
  expect(centre.last('offer.made')).toEqual([]);
  expect(centre.status('ada')?.domains.chat).toBe('reserved');
  centre.confirm('ada');
  expect(centre.last('offer.made')).toMatchObject([{ offer: { taskId: 'a', agentId: 'ada' } }]);
  centre.accept('a');
  centre.agent('ben', 'signed-out');
  centre.request('b');
  expect(centre.last('voice.hold')).toEqual([]);
  expect(centre.last('offer.made')).toMatchObject([{ offer: { taskId: 'b', agentId: 'ada' } }]);
});

test('7.3 a refusal and a silence are lost races: the next agent is asked', () => {
  const centre = centreWithPhones();
  centre.request('a');
  const offerId = centre.state.agentSessions.get(ada)?.agent.offerId;
  if (offerId) centre.notify({ type: 'voice.refused', agentId: ada, offerId });
  expect(centre.last('voice.hold')).toMatchObject([{ agentId: 'ben' }]);
  expect(released(centre)).toEqual([]);
  centre.pass(3_000);
  expect(released(centre)).toEqual(['ben']);
  expect(centre.with('a')).toBeNull();
  centre.pass(2_000);
  expect(centre.last('voice.hold')).toMatchObject([{ agentId: 'ada' }]);
});

test('7.3 a call that comes in between is a lost race too', () => {
  const centre = centreWithPhones();
  centre.request('a');
  centre.phone('ada', 'busy');
  expect(centre.last('voice.hold')).toMatchObject([{ agentId: 'ben' }]);
});

test.each([
  ['wrapped up', (centre: Centre) => centre.finish('a'), true],
  ['signed out', (centre: Centre) => centre.agent('ada', 'signed-out'), true],
  ['declined', (centre: Centre) => centre.decline('a'), false],
  ['expired', (centre: Centre) => centre.pass(20_000), false],
  ['withdrawn', (centre: Centre) => centre.notify({ type: 'task.withdrawn', taskId: 'a' as TaskId }), false],
  ['lost', (centre: Centre) => centre.agent('ada', 'disconnected'), false],
])('7.4 the phone is given back when the task was %s, and again until that is answered', (_, action, accepts) => {
  const centre = centreWithPhones();
  centre.agent('ben', 'signed-out');
  centre.request('a');
  centre.confirm('ada');
  if (accepts) centre.accept('a');
  action(centre);
  expect(released(centre)).toEqual(['ada']);
  centre.pass(5_000);
  expect(released(centre)).toEqual(['ada']);
  centre.pass(9_000);
  expect(released(centre)).toEqual([]);
  centre.pass(1_000);
  expect(released(centre)).toEqual(['ada']);
  centre.notify({ type: 'task.withdrawn', taskId: 'a' as TaskId });
  centre.notify({ type: 'voice.released', agentId: ada });
  centre.pass(100_000);
  expect(released(centre)).toEqual([]);
  expect(centre.state.voices.get(ada)).toMatchObject({ hold: 'none', state: 'ready' });
});

test.each(['ready', 'not-ready', 'busy'] as const)('7.5 what was set to %s by hand is left alone', state => {
  const centre = centreWithPhones();
  centre.request('a');
  centre.confirm('ada');
  centre.accept('a');
  centre.phone('ada', state, state === 'not-ready' ? 'lunch' : null);
  centre.finish('a');
  centre.pass(60_000);
  expect(centre.all('voice.release')).toEqual([]);
});

test('7.6 a late confirmation and an orphaned reason are given back', () => {
  const centre = centreWithPhones();
  centre.request('a');
  const offerId = centre.state.agentSessions.get(ada)?.agent.offerId;
  centre.notify({ type: 'task.withdrawn', taskId: 'a' as TaskId });
  centre.notify({ type: 'voice.released', agentId: ada });
  if (offerId) centre.notify({ type: 'voice.held', agentId: ada, offerId });
  expect(released(centre)).toEqual(['ada']);
  centre.phone('ben', 'not-ready', 'on-video');
  expect(released(centre)).toEqual(['ben']);
});

test('7.6 a confirmation that is late while a task in hand needs the phone counts for that task', () => {
  const centre = centreWithPhones({ queues: { default: { domains: ['video', 'chat'] } } });
  centre.request('a', { domain: 'video' });
  centre.confirm('ada');
  centre.accept('a');
  // By hand: a voice call could come now, so that the next change asks again.
  centre.phone('ada', 'ready');
  centre.notify({ type: 'task.domain-asked', taskId: 'a' as TaskId, domain: 'chat' });
  const offerId = centre.state.agentSessions.get(ada)?.agent.offerId;
  centre.pass(5_000);
  expect(centre.last('task.domain-refused')).toMatchObject([{ because: 'voice-not-ready' }]);
  if (offerId) centre.notify({ type: 'voice.held', agentId: ada, offerId });
  expect(centre.state.voices.get(ada)).toMatchObject({ hold: 'held' });
  centre.notify({ type: 'task.domain-asked', taskId: 'a' as TaskId, domain: 'chat' });
  expect(centre.last('voice.hold')).toEqual([]);
  centre.finish('a');
  expect(released(centre)).toEqual(['ada']);
});

test('7.7 a crash gives back a phone that was being taken off voice and keeps what serves a task', () => {
  const centre = centreWithPhones();
  centre.request('a');
  centre.confirm('ada');
  centre.accept('a');
  centre.request('b');
  centre.crash();
  expect(released(centre)).toEqual(['ben']);
  expect(centre.state.voices.get(ada)).toMatchObject({ hold: 'held', state: 'unknown' });
  centre.crash();
  expect(released(centre)).toEqual(['ben']);
  centre.phone('ada', 'not-ready', 'on-chat');
  centre.finish('a');
  expect(released(centre)).toEqual(['ada']);
});

test('7.8 nothing starves voice', () => {
  const centre = centreWithPhones({ policy: { holdLimitMs: 60_000, breathMs: 10_000 } });
  centre.agent('ben', 'signed-out');
  centre.request('a');
  centre.confirm('ada');
  centre.accept('a');
  centre.pass(59_000);
  centre.serve('b');
  centre.finish('a');
  centre.pass(1_000);
  centre.request('c');
  expect(centre.with('c')).toBeNull();
  centre.finish('b');
  expect(released(centre)).toEqual(['ada']);
  centre.notify({ type: 'voice.released', agentId: ada });
  expect(centre.with('c')).toBeNull();
  centre.pass(9_999);
  expect(centre.with('c')).toBeNull();
  centre.pass(1);
  expect(centre.with('c')).toBe('ada');
});

test('7.2 a change of mind while the phone is asked: its confirmation counts for the offer that there is by then', () => {
  const centre = new Centre({
    domains: { chat: { voice: 'ignored' } },
    agents: { ada: { domains: { chat: 2, video: 1, callback: 1 }, voiceChannel: true } },
  });
  const taskId = 'a' as TaskId;
  centre.ready('ada');
  centre.phone('ada', 'ready');
  centre.serve('a');
  centre.notify({ type: 'task.domain-asked', taskId, domain: 'video' });
  const [first] = centre.last('voice.hold');
  if (!first) throw new Error('The phone was not asked.');
  // The same again is one command.
  centre.notify({ type: 'task.domain-asked', taskId, domain: 'video' });
  expect(centre.effects).toEqual([]);
  centre.notify({ type: 'task.domain-asked', taskId, domain: 'callback' });
  const [second] = centre.last('voice.hold');
  if (!second) throw new Error('The phone was not asked.');
  centre.notify({ type: 'voice.held', agentId: first.agentId, offerId: first.offerId });
  expect(centre.last('task.domain-changed')).toMatchObject([{ taskId: 'a', domain: 'callback' }]);
  // It is off voice already; the second command finds it so.
  centre.notify({ type: 'voice.refused', agentId: second.agentId, offerId: second.offerId });
  centre.finish('a');
  expect(centre.last('voice.release')).toMatchObject([{ agentId: 'ada' }]);
});
