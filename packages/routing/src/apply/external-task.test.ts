import type { AgentId, TaskId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import type { ExternalTaskInput } from '../input.ts';
import { positionOf } from '../query/position.ts';
import { pullList } from '../query/pull-list.ts';
import { Centre } from '../testing/centre.ts';

type News = ExternalTaskInput extends infer I ? (I extends unknown ? Omit<I, 'number'> : never) : never;

/** A centre whose queue `cce` is routed outside. */
function centreOf(changes: NonNullable<ConstructorParameters<typeof Centre>[0]>['queues'] = {}) {
  const centre = new Centre({
    queues: { default: {}, cce: { mode: 'outside', offerTimeoutMs: 10_000, overflow: 'default', ...changes['cce'] } },
  });
  const ask = (task: string, domain: 'chat' | 'video' = 'chat') => centre.request(task, { queueId: 'cce', domain });
  const externalTaskOf = (task: string) => centre.state.tasks.get(task as TaskId)?.externalTask ?? 0;
  const send = (number: number, news: News) => centre.notify({ ...news, number } as ExternalTaskInput);
  const choose = (task: string, agent: string) =>
    send(externalTaskOf(task), { type: 'external-task.chosen', agentId: agent as AgentId });
  const take = (task: string, agent: string) =>
    send(externalTaskOf(task), { type: 'external-task.taken', agentId: agent as AgentId });
  return { centre, ask, externalTaskOf, send, choose, take };
}

test('13.1 nothing of it is offered or listed by us, and it keeps its lane', () => {
  const { centre, ask } = centreOf({ cce: { maxWaitMs: 5_000, limit: 2 } });
  ask('early');
  expect(centre.last('fallback.offered')).toMatchObject([{ because: 'nobody-signed-in' }]);
  centre.ready('ada');
  expect(centre.last('offer.made')).toEqual([]);
  ask('late');
  expect(centre.with('late')).toBeNull();
  expect(pullList(centre.state, 'ada' as AgentId)).toEqual([]);
  centre.notify({ type: 'task.picked', taskId: 'late' as TaskId, agentId: 'ada' as AgentId });
  expect(centre.last('pick.refused')).toMatchObject([{ because: 'not-eligible' }]);
  expect(positionOf(centre.state, 'late' as TaskId)).toEqual({ position: 2, wait: null });
  ask('too many');
  expect(centre.with('too many')).toBe('ada');
  centre.accept('too many');
  centre.finish('too many');
  centre.pass(5_000);
  expect(centre.with('early')).toBe('ada');
});

test('13.2 it is requested once, released when it is not needed any more, and kept until it was let go', () => {
  const { centre, ask, send, externalTaskOf } = centreOf();
  centre.ready('ada');
  expect(ask('a').filter(({ type }) => type === 'external-task.request')).toEqual([
    { type: 'external-task.request', number: 1, taskId: 'a' },
  ]);
  send(1, { type: 'external-task.placed', address: 'there' });
  send(1, { type: 'external-task.let-go' });
  centre.notify({ type: 'task.domain-asked', taskId: 'a' as TaskId, domain: 'video' });
  centre.notify({ type: 'task.prioritised', taskId: 'a' as TaskId, priority: 9 });
  centre.crash();
  expect(centre.all('external-task.request')).toHaveLength(1);
  expect(centre.state.externalTasks.get(1)).toMatchObject({ address: 'there', isReleased: false });
  centre.notify({ type: 'task.withdrawn', taskId: 'a' as TaskId });
  expect(centre.last('external-task.release')).toEqual([{ type: 'external-task.release', number: 1 }]);
  centre.crash();
  expect(centre.state.externalTasks.get(1)).toMatchObject({ address: 'there', isReleased: true });
  send(1, { type: 'external-task.let-go' });
  expect(centre.state.externalTasks.size).toBe(0);
  ask('b');
  centre.notify({ type: 'queue.flushed', queueId: 'cce', toQueueId: 'default' });
  expect(centre.last('external-task.release')).toMatchObject([{ number: 2 }]);
  expect(externalTaskOf('b')).toBe(0);
});

test('13.2 what an agent gives back is requested anew, what is wrapped up is released', () => {
  const { centre, ask, take, externalTaskOf } = centreOf();
  centre.ready('ada');
  ask('a');
  take('a', 'ada');
  centre.agent('ada', 'signed-out');
  expect([centre.last('external-task.release'), centre.last('external-task.request')]).toMatchObject([
    [{ number: 1 }],
    [{ number: 2, taskId: 'a' }],
  ]);
  centre.ready('ben');
  take('a', 'ben');
  centre.notify({ type: 'task.ended', taskId: 'a' as TaskId });
  expect(externalTaskOf('a')).toBe(2);
  centre.notify({ type: 'task.wrapped-up', taskId: 'a' as TaskId });
  expect(centre.last('external-task.release')).toMatchObject([{ number: 2 }]);
});

test('13.2 a queue that changes hands takes its tasks with it', () => {
  const { centre, ask } = centreOf();
  ask('a');
  centre.ready('ada');
  const { configuration } = new Centre({ queues: { default: {}, cce: {} } }).state;
  centre.notify({ type: 'configuration.changed', configuration });
  expect(centre.last('external-task.release')).toHaveLength(1);
  expect(centre.with('a')).toBe('ada');
});

test('13.3 the wait is the one that is said there, counted down', () => {
  const { centre, ask, send, externalTaskOf } = centreOf();
  centre.ready('ada');
  ask('a');
  expect(centre.last('queue.moved')).toMatchObject([{ position: 1, wait: null }]);
  send(externalTaskOf('a'), { type: 'external-task.queued', waitMs: 60_000 });
  expect(centre.last('queue.moved')).toMatchObject([{ wait: { expectedMs: 60_000, lowMs: 60_000 } }]);
  send(externalTaskOf('a'), { type: 'external-task.queued', waitMs: 60_000 });
  expect(centre.last('queue.moved')).toEqual([]);
  centre.now += 20_000;
  centre.notify({ type: 'clock.ticked' });
  expect(positionOf(centre.state, 'a' as TaskId)?.wait?.expectedMs).toBe(40_000);
  send(externalTaskOf('a'), { type: 'external-task.queued', waitMs: null });
  expect(centre.last('queue.moved')).toMatchObject([{ wait: null }]);
});

test('13.4 who is chosen there is offered it, whatever else we thought', () => {
  const { centre, ask, choose } = centreOf();
  centre.ready('ada');
  centre.request('ours', { domain: 'video' });
  expect(centre.with('ours')).toBe('ada');
  ask('a', 'video');
  choose('a', 'ada');
  expect(centre.last('offer.closed')).toMatchObject([{ offer: { taskId: 'ours' }, outcome: 'withdrawn' }]);
  expect(centre.last('offer.made')).toMatchObject([{ offer: { taskId: 'a', holdsVoice: false } }]);
  expect(centre.all('voice.hold')).toEqual([]);
  ask('b');
  choose('b', 'ada');
  expect(centre.last('offer.made')).toEqual([]);
  choose('a', 'ada');
  expect(centre.last('offer.made')).toEqual([]);
  centre.accept('a');
  expect(centre.taskState('a')).toBe('active');
  choose('b', 'ada');
  expect(centre.with('b')).toBe('ada');
  centre.notify({ type: 'agent.asked-not-ready', agentId: 'ada' as AgentId, reason: 'lunch' });
  expect(centre.with('b')).toBe('ada');
});

test('13.4 who is not there is offered nothing', () => {
  const { centre, ask, choose } = centreOf();
  centre.ready('ada');
  ask('a');
  choose('a', 'ben');
  expect(centre.with('a')).toBeNull();
  choose('a', 'ada');
  centre.agent('ada', 'disconnected');
  expect(centre.with('a')).toBeNull();
  choose('a', 'ada');
  expect(centre.with('a')).toBeNull();
  centre.agent('ada', 'connected');
  choose('a', 'ada');
  expect(centre.with('a')).toBe('ada');
});

test('13.5 who lets it pass is not blamed, and is not asked again for the same choice', () => {
  const { centre, ask, choose, send, externalTaskOf } = centreOf();
  centre.ready('ada');
  centre.ready('ben');
  ask('a');
  choose('a', 'ada');
  centre.pass(10_000);
  expect(centre.last('offer.closed')).toMatchObject([{ outcome: 'expired' }]);
  expect(centre.status('ada')).toMatchObject({ state: 'ready' });
  choose('a', 'ada');
  expect(centre.with('a')).toBeNull();
  send(externalTaskOf('a'), { type: 'external-task.queued', waitMs: null });
  choose('a', 'ada');
  expect(centre.with('a')).toBe('ada');
  choose('a', 'ben');
  expect(centre.last('offer.closed')).toMatchObject([{ outcome: 'withdrawn' }]);
  expect(centre.with('a')).toBe('ben');
  centre.decline('a');
  expect(centre.taskState('a')).toBe('queued');
  choose('a', 'ben');
  expect(centre.with('a')).toBeNull();
});

test('13.6 who has accepted there has it in hand here', () => {
  const { centre, ask, take, choose } = centreOf();
  centre.ready('ada');
  centre.ready('ben');
  ask('a');
  take('a', 'nobody');
  expect(centre.taskState('a')).toBe('queued');
  choose('a', 'ada');
  take('a', 'ada');
  expect(centre.last('offer.closed')).toMatchObject([{ outcome: 'accepted' }]);
  expect([centre.taskState('a'), centre.with('a')]).toEqual(['active', 'ada']);
  ask('b', 'video');
  choose('b', 'ada');
  take('b', 'ben');
  expect(centre.with('b')).toBe('ben');
  ask('c', 'video');
  take('c', 'ada');
  expect(centre.with('c')).toBe('ada');
});

test('13.7 what is in hand from outside counts in what else is offered', () => {
  const { centre, ask, take } = centreOf();
  centre.ready('ada');
  ask('a', 'video');
  take('a', 'ada');
  centre.request('ours');
  expect(centre.with('ours')).toBeNull();
  expect(centre.status('ada')?.domains).toMatchObject({ video: 'busy', chat: 'interrupted' });
  centre.finish('a');
  expect(centre.with('ours')).toBe('ada');
});

test('13.8 given up there, out of reach, or moved to us', () => {
  const { centre, ask, send, externalTaskOf } = centreOf();
  centre.ready('ada');
  ask('a');
  send(externalTaskOf('a'), { type: 'external-task.unreachable' });
  expect(centre.last('fallback.offered')).toMatchObject([{ because: 'no-media' }]);
  expect(centre.taskState('a')).toBe('queued');
  send(externalTaskOf('a'), { type: 'external-task.unreachable' });
  expect(centre.last('fallback.offered')).toEqual([]);
  send(externalTaskOf('a'), { type: 'external-task.placed', address: 'there' });
  expect(centre.last('fallback.taken-back')).toHaveLength(1);
  send(externalTaskOf('a'), { type: 'external-task.given-up', because: 'given-up', reason: 'NOTIFICATION_NO_SCRIPT' });
  expect(centre.last('fallback.offered')).toMatchObject([{ because: 'given-up' }]);
  expect(centre.ending('a')).toBe('given-up');
  ask('b');
  send(externalTaskOf('b'), { type: 'external-task.moved', queueId: 'default' });
  expect(centre.last('task.moved')).toMatchObject([{ because: 'outside-failed', queueId: 'default' }]);
  expect(centre.with('b')).toBe('ada');
});

test('13.9 what is said of an external task that is over changes nothing but its address', () => {
  const { centre, ask, send } = centreOf();
  centre.ready('ada');
  ask('a');
  centre.notify({ type: 'task.withdrawn', taskId: 'a' as TaskId });
  for (const news of [
    { type: 'external-task.queued', waitMs: 1 },
    { type: 'external-task.chosen', agentId: 'ada' as AgentId },
    { type: 'external-task.taken', agentId: 'ada' as AgentId },
    { type: 'external-task.given-up', because: 'given-up', reason: null },
    { type: 'external-task.unreachable' },
  ] as const)
    for (const number of [1, 7]) expect(send(number, news)).toEqual([]);
  expect(send(1, { type: 'external-task.placed', address: 'there' })).toEqual([]);
  expect(centre.state.externalTasks.get(1)).toMatchObject({ address: 'there', isReleased: true });
});
