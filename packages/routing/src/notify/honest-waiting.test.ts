import type { AgentId, TaskId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { queueFigures } from '../query/lane-figures.ts';
import { positionOf } from '../query/position.ts';
import { pullList } from '../query/pull-list.ts';
import { targetsOf } from '../query/targets.ts';
import { Centre } from '../testing/centre.ts';
import { fallbackOf } from './fallback.ts';
import { milestonesFrom } from './milestones.ts';
import { viability } from './viability.ts';

const source = {
  skills: ['loans'],
  queues: {
    default: { skills: [{ skill: 'loans' }], callback: {} },
    rest: {},
    patient: { skills: [{ skill: 'loans' }], overflow: 'rest', maxWaitMs: 1_000 },
  },
  agents: {
    ada: { skills: { loans: 5 }, domains: { chat: 1, video: 1 } },
    ben: { skills: { loans: 5 }, domains: { chat: 1 } },
  },
  agentDefaults: { domains: { chat: 1 } },
};

test('8.1 nobody who could ever serve it is told at once, with the reason', () => {
  const centre = new Centre(source);
  const because = (task: string, domain: 'chat' | 'video' = 'chat') => {
    centre.request(task, { domain });
    return centre.last('fallback.offered')[0]?.because;
  };
  expect(because('a')).toBe('nobody-signed-in');
  centre.agent('cem', 'signed-in');
  expect(because('b')).toBe('no-skill');
  expect(because('c', 'video')).toBe('no-media');
  centre.agent('ben', 'signed-in');
  expect(centre.last('fallback.taken-back').map(({ taskId }) => taskId)).toEqual(['a', 'b']);
  expect(because('d')).toBeUndefined();
});

test('8.1 told later too, when the last one who could goes, and taken back', () => {
  const centre = new Centre(source);
  centre.ready('ben');
  centre.serve('x');
  centre.request('a');
  centre.agent('ben', 'disconnected');
  expect(centre.last('fallback.offered')).toEqual([]);
  centre.pass(20_000);
  expect(centre.last('fallback.offered')).toMatchObject([{ taskId: 'a', because: 'nobody-signed-in' }]);
  centre.agent('ben', 'connected');
  expect(centre.last('fallback.taken-back')).toMatchObject([{ taskId: 'a' }]);
  centre.agent('ben', 'signed-out');
  expect(centre.last('fallback.offered').map(({ taskId }) => taskId)).toEqual(['x', 'a']);
});

test('8.1 overflows and later steps count, and asking changes nothing', () => {
  const centre = new Centre(source);
  centre.agent('cem', 'signed-in');
  expect(viability(centre.state, { queueId: 'default', domain: 'chat' })).toEqual({
    servable: false,
    because: 'no-skill',
  });
  expect(viability(centre.state, { queueId: 'patient', domain: 'chat' })).toEqual({ servable: true, ready: false });
  centre.ready('cem');
  expect(viability(centre.state, { queueId: 'patient', domain: 'chat' })).toEqual({ servable: true, ready: true });
  const command = { queueId: 'rest', domain: 'chat', skills: [{ skill: 'loans' }] } as const;
  expect(viability(centre.state, command)).toEqual({ servable: false, because: 'no-skill' });
  expect(viability(centre.state, { queueId: 'none', domain: 'chat' })).toEqual({
    servable: false,
    because: 'unknown-queue',
  });
  const pools = centre.state.pools.size;
  for (let index = 0; index < 5; index += 1)
    viability(centre.state, { ...command, preferredAgentId: `a${index}` as AgentId });
  expect(centre.state.pools.size).toBe(pools);
});

test('8.2 the fallback goes down from what was asked for, as allowed and as possible', () => {
  const centre = new Centre(source);
  const fallback = (
    domain: 'video' | 'chat',
    allowed: ('chat' | 'callback' | 'message')[] | null = null,
    queueId = 'default',
  ) => fallbackOf(centre.state, { queueId, domain, fallback: allowed });
  expect(fallback('video')).toEqual(['callback', 'message']);
  centre.agent('ben', 'signed-in');
  expect(fallback('video')).toEqual(['chat', 'callback', 'message']);
  expect(fallback('chat')).toEqual(['callback', 'message']);
  expect(fallback('video', ['chat', 'message'])).toEqual(['chat', 'message']);
  expect(fallback('video', null, 'rest')).toEqual(['chat', 'message']);
  centre.request('a', { domain: 'video', fallback: ['message'] });
  expect(centre.last('fallback.offered')).toMatchObject([{ because: 'no-media', steps: ['message'] }]);
});

test('8.3 positions are told at milestones, and any can be asked for', () => {
  expect(milestonesFrom(1, 60)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50]);
  expect(milestonesFrom(9, 1_200)).toEqual([9, 10, 20, 50, 100, 200, 500, 1_000]);
  const centre = new Centre(source);
  centre.ready('ben');
  centre.serve('first');
  for (let index = 1; index <= 60; index += 1) centre.request(`task-${index}`);
  expect(centre.last('queue.moved')).toMatchObject([{ taskId: 'task-60', position: 60 }]);
  centre.notify({ type: 'task.withdrawn', taskId: 'task-15' as TaskId });
  expect(centre.last('queue.moved').map(({ position }) => position)).toEqual([20, 50]);
  expect(positionOf(centre.state, 'task-60' as TaskId)?.position).toBe(59);
  expect(positionOf(centre.state, 'first' as TaskId)).toBeNull();
});

test('8.4 the estimated wait follows the staff, the queue ahead and what serving took', () => {
  const centre = new Centre({ queues: { default: { expectedHandleMs: 100_000 } } });
  centre.request('nobody there');
  expect(centre.last('queue.moved')).toMatchObject([{ position: 1, wait: null }]);
  centre.ready('ada');
  centre.accept('nobody there');
  centre.request('a');
  const [one] = centre.last('queue.moved');
  expect(one?.wait?.expectedMs).toBeGreaterThan(90_000);
  expect(one?.wait?.expectedMs).toBeLessThan(110_000);
  expect(one?.wait?.lowMs).toBeLessThan(20_000);
  expect(one?.wait?.highMs).toBeGreaterThan(200_000);
  centre.ready('ben');
  centre.request('b');
  expect(centre.with('a')).toBe('ben');
  expect(positionOf(centre.state, 'b' as TaskId)?.wait?.expectedMs).toBeLessThan(60_000);
});

test('8.4 once offered the wait is what is left of the offer, and is told; when that lapses it is reckoned again', () => {
  const centre = new Centre({
    queues: { default: { expectedHandleMs: 900_000 } },
    policy: { offerTimeoutMs: 20_000 },
  });
  centre.ready('ada');
  centre.serve('long');
  centre.request('next');
  expect(centre.last('queue.moved')[0]?.wait?.highMs).toBeGreaterThan(900_000);
  centre.finish('long');
  expect(centre.last('queue.moved')).toMatchObject([
    { taskId: 'next', position: 1, wait: { lowMs: 0, highMs: 20_000 } },
  ]);
  centre.pass(5_000);
  expect(positionOf(centre.state, 'next' as TaskId)?.wait).toMatchObject({ lowMs: 0, highMs: 15_000 });
  centre.ready('ben');
  centre.pass(15_000);
  expect(centre.last('queue.moved')).toMatchObject([{ taskId: 'next', wait: { highMs: 20_000 } }]);
  centre.notify({ type: 'agent.signed-out', agentId: 'ben' as AgentId });
  expect(centre.last('queue.moved')).toMatchObject([{ taskId: 'next', wait: null }]);
});

test('8.4 an idle agent is offered the task at once: nobody reads of a wait that is none', () => {
  const centre = new Centre({
    queues: { default: { expectedHandleMs: 900_000 } },
    policy: { offerTimeoutMs: 20_000 },
  });
  centre.ready('ada');
  centre.request('a');
  expect(centre.last('queue.moved')).toMatchObject([{ taskId: 'a', wait: { lowMs: 0, highMs: 20_000 } }]);
});

test('8.5 an estimate that changed much is told again, but not more often than every review', () => {
  const centre = new Centre({ policy: { reviewMs: 15_000 } });
  for (const agent of ['ada', 'ben', 'cem', 'dora']) {
    centre.ready(agent);
    centre.serve(`${agent}'s`);
  }
  centre.request('a');
  const before = centre.last('queue.moved')[0]?.wait?.expectedMs ?? 0;
  for (const agent of ['ben', 'cem', 'dora'] as AgentId[])
    centre.notify({ type: 'agent.asked-not-ready', agentId: agent, reason: 'lunch' });
  centre.allEffects.length = 0;
  for (let tick = 0; tick < 30; tick += 1) centre.pass(1_000);
  const again = centre.all('queue.moved');
  expect(again).toHaveLength(1);
  expect(again[0]?.wait?.expectedMs).toBeGreaterThan(before * 3);
});

test('10.2 targets are queues with their figures and agents, the free ones first', () => {
  const centre = new Centre(source);
  for (const agent of ['ada', 'ben', 'cem']) centre.ready(agent);
  centre.serve('a');
  const { queues, agents } = targetsOf(centre.state, 'cem' as AgentId, 'chat');
  expect(agents.map(({ status, free }) => [status.agentId, free])).toEqual([
    ['ben', true],
    ['ada', false],
  ]);
  expect(queues.map(({ queueId, idle, servable }) => [queueId, idle, servable])).toEqual([
    ['default', 1, true],
    ['rest', 2, true],
    ['patient', 1, true],
  ]);
  expect(queueFigures(centre.state, 'default').map(({ domain }) => domain)).toContain('video');
  expect(pullList(centre.state, 'ada' as AgentId)).toEqual([]);
});
