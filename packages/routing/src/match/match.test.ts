import type { AgentId, OfferId, TaskId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import type { Selection } from '../configuration/selection.ts';
import { Centre } from '../testing/centre.ts';

test('3.1 whoever becomes free is offered what waits, and what comes is offered to who is free', () => {
  const centre = new Centre();
  centre.request('a');
  centre.ready('ada');
  expect(centre.with('a')).toBe('ada');
  centre.ready('ben');
  centre.request('b');
  expect(centre.with('b')).toBe('ben');
});

test('3.2 a free agent gets the first in order of all queues', () => {
  const centre = new Centre({ queues: { default: {}, other: {} } });
  centre.request('a', { queueId: 'other' });
  centre.request('b');
  centre.request('c', { queueId: 'other', priority: 6 });
  centre.ready('ada');
  expect(centre.with('c')).toBe('ada');
  centre.ready('ben');
  expect(centre.with('a')).toBe('ben');
});

test('3.3 the least loaded first, then who has been available longest, then the smaller id', () => {
  const centre = new Centre({ agentDefaults: { domains: { chat: 2 } } });
  for (const agent of ['cem', 'ada', 'ben']) centre.ready(agent);
  for (const [task, agent] of [
    ['a', 'cem'],
    ['b', 'ada'],
    ['c', 'ben'],
    ['d', 'cem'],
  ] as const) {
    centre.serve(task);
    expect(centre.with(task)).toBe(agent);
  }
  const even = new Centre();
  even.now -= 1;
  even.ready('zoe');
  even.now -= 1;
  even.ready('yan');
  even.request('a');
  expect(even.with('a')).toBe('yan');
});

const skilled = (selection: Selection) =>
  new Centre({
    skills: ['loans', 'german'],
    queues: { default: { selection, skills: [{ skill: 'loans', weight: 5 }, { skill: 'german' }] } },
    agents: {
      ada: { skills: { loans: 2, german: 9 } },
      ben: { skills: { loans: 4, german: 4 } },
      cem: { skills: { loans: 3, german: 3 } },
    },
  });

test.each([
  ['most-skilled', ['ada', 'ben', 'cem']],
  ['least-skilled', ['cem', 'ben', 'ada']],
  ['most-skilled-by-weight', ['ben', 'ada', 'cem']],
  ['least-skilled-by-weight', ['cem', 'ada', 'ben']],
  ['longest-available', ['cem', 'ada', 'ben']],
] as const)('3.4 %s', (selection, order) => {
  const centre = skilled(selection);
  for (const agent of ['cem', 'ada', 'ben']) centre.ready(agent);
  for (const task of ['a', 'b', 'c']) centre.request(task);
  expect(['a', 'b', 'c'].map(task => centre.with(task))).toEqual(order);
});

test.each([
  ['shortest-average-handle-time', 'ben'],
  ['most-handled', 'ada'],
] as const)('3.5 %s', (selection, chosen) => {
  const centre = new Centre({ queues: { default: { selection }, first: {} } });
  const work = (task: string, agent: string, ms: number) => {
    centre.request(task, { queueId: 'first', preferredAgentId: agent as AgentId });
    centre.accept(task);
    centre.now += ms;
    centre.finish(task);
  };
  centre.ready('ada');
  centre.ready('ben');
  work('a', 'ada', 20_000);
  work('b', 'ada', 30_000);
  work('c', 'ben', 10_000);
  centre.request('x');
  expect(centre.with('x')).toBe(chosen);
});

test('3.6 taking and finishing a task count as becoming available anew', () => {
  const centre = new Centre({ agentDefaults: { domains: { chat: 2 } } });
  centre.ready('ada');
  centre.ready('ben');
  centre.serve('a');
  centre.finish('a');
  centre.request('b');
  expect(centre.with('b')).toBe('ben');
});

test('4.1 from its last instant on an offer is expired', () => {
  const centre = new Centre({ queues: { default: { offerTimeoutMs: 15_000 } } });
  centre.ready('ada');
  centre.request('a');
  const [{ offer } = { offer: undefined }] = centre.last('offer.made');
  expect(offer).toMatchObject({ taskId: 'a', agentId: 'ada', expiresAt: centre.now + 15_000 });
  centre.now += 15_000;
  centre.accept('a');
  expect(centre.last('offer.closed')).toMatchObject([{ outcome: 'expired' }]);
  expect(centre.with('a')).toBeNull();
});

test('4.2 accepted, the task is active with the agent', () => {
  const centre = new Centre();
  centre.ready('ada');
  centre.serve('a');
  expect(centre.last('offer.closed')).toMatchObject([{ outcome: 'accepted' }]);
  expect(centre.last('task.changed')).toMatchObject([{ taskId: 'a', state: 'active', agentId: 'ada' }]);
});

test('4.3 who does not answer is not ready, and the task goes back to its place', () => {
  const centre = new Centre();
  centre.ready('ada');
  centre.request('a');
  centre.request('b');
  centre.pass(20_000);
  expect(centre.status('ada')).toMatchObject({ state: 'not-ready', reason: 'no-answer' });
  centre.ready('ben');
  expect(centre.with('a')).toBe('ben');
});

test('4.4 a declined task goes to others first, and back only after a pause', () => {
  const centre = new Centre();
  centre.ready('ada');
  centre.request('a');
  centre.decline('a');
  expect(centre.status('ada')?.state).toBe('ready');
  centre.pass(9_999);
  expect(centre.with('a')).toBeNull();
  centre.pass(1);
  expect(centre.with('a')).toBe('ada');
  centre.ready('ben');
  centre.decline('a');
  expect(centre.with('a')).toBe('ben');
  centre.now += 1;
  centre.decline('a');
  centre.pass(10_000);
  expect(centre.with('a')).toBe('ada');
});

test.each([
  ['withdrawn', (centre: Centre) => centre.notify({ type: 'task.withdrawn', taskId: 'a' as TaskId })],
  ['lost', (centre: Centre) => centre.agent('ada', 'disconnected')],
  ['signed out', (centre: Centre) => centre.agent('ada', 'signed-out')],
  [
    'not ready',
    (centre: Centre) => centre.notify({ type: 'agent.asked-not-ready', agentId: 'ada' as AgentId, reason: 'lunch' }),
  ],
])('4.5 an offer is withdrawn when its reason is gone: %s', (_, action) => {
  const centre = new Centre();
  centre.ready('ada');
  centre.request('a');
  action(centre);
  expect(centre.last('offer.closed')).toMatchObject([{ outcome: 'withdrawn' }]);
  expect(centre.state.offers.size).toBe(0);
});

test('4.6 an answer to what is not open, or by another agent, changes nothing', () => {
  const centre = new Centre();
  centre.ready('ada');
  centre.request('a');
  const offerId = centre.state.tasks.get('a' as TaskId)?.offerId ?? ('' as OfferId);
  expect(centre.notify({ type: 'offer.accepted', offerId, agentId: 'ben' as AgentId })).toEqual([]);
  centre.accept('a');
  expect(centre.notify({ type: 'offer.declined', offerId, agentId: 'ada' as AgentId })).toEqual([]);
});

test('4.7 one offer at a time, each with a new id', () => {
  const centre = new Centre({ agentDefaults: { domains: { chat: 5 } } });
  centre.ready('ada');
  centre.request('a');
  centre.request('b');
  expect(centre.with('b')).toBeNull();
  centre.accept('a');
  expect(centre.with('b')).toBe('ada');
  expect(new Set(centre.all('offer.made').map(({ offer }) => offer.offerId)).size).toBe(2);
});
