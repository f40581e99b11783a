import type { AgentId, TaskId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { Centre } from '../testing/centre.ts';

const skills = ['loans', 'german', 'vip'];
const people = {
  ada: { skills: { loans: 9, german: 9 } },
  ben: { skills: { loans: 5, vip: 1 } },
  cem: { skills: { german: 3 } },
};
const centreOf = (queue: object) => new Centre({ skills, queues: { default: queue }, agents: people });

test('2.1 a skill group asks for all of its skills, each between its levels', () => {
  const centre = centreOf({ skills: [{ skill: 'loans', atLeast: 5, atMost: 8 }] });
  for (const agent of ['cem', 'ada', 'ben']) centre.ready(agent);
  centre.request('a');
  expect(centre.with('a')).toBe('ben');
  const both = centreOf({ skills: [{ skill: 'loans' }, { skill: 'german', atLeast: 4 }] });
  for (const agent of ['ben', 'cem', 'ada']) both.ready(agent);
  both.request('a');
  expect(both.with('a')).toBe('ada');
  both.request('b');
  expect(both.with('b')).toBeNull();
});

test('2.2 a precision queue adds step after step, and agents of earlier steps come first', () => {
  const steps = [
    { term: { skill: 'german', atLeast: 9 }, timeoutMs: 10_000 },
    { term: { skill: 'german', atLeast: 3 }, timeoutMs: 5_000 },
    { term: { skill: 'loans' } },
  ];
  const centre = centreOf({ steps });
  for (const agent of ['ben', 'cem']) centre.ready(agent);
  centre.request('a');
  centre.pass(9_999);
  expect(centre.with('a')).toBeNull();
  centre.pass(1);
  expect(centre.with('a')).toBe('cem');
  centre.request('b');
  centre.pass(15_000);
  expect(centre.with('b')).toBe('ben');
  const later = centreOf({ steps });
  later.request('a');
  later.pass(20_000);
  later.notify({ type: 'configuration.changed', configuration: later.state.configuration });
  later.ready('ada');
  expect(later.with('a')).toBe('ada');
});

test('2.3 terms are joined by all and any, and who lacks a skill has it at level 0', () => {
  const term = { any: [{ all: [{ skill: 'german' }, { skill: 'loans', atMost: 0 }] }, { skill: 'vip' }] };
  const centre = centreOf({ steps: [{ term }] });
  for (const agent of ['ada', 'ben', 'cem']) centre.ready(agent);
  centre.request('a');
  centre.request('b');
  centre.request('c');
  expect([centre.with('a'), centre.with('b'), centre.with('c')]).toEqual(['ben', 'cem', null]);
});

test('2.4 skills of the request are asked for on top', () => {
  const centre = centreOf({ skills: [{ skill: 'loans' }] });
  for (const agent of ['ben', 'ada']) centre.ready(agent);
  centre.request('a', { skills: [{ skill: 'german', atLeast: 5 }] });
  expect(centre.with('a')).toBe('ada');
  centre.accept('a');
  expect([...centre.state.plans.values()].filter(({ isLasting }) => !isLasting)).toEqual([]);
});

test('2.5 after the longest wait a task overflows at its age, or is closed and the fallback is offered', () => {
  const centre = new Centre({
    skills,
    queues: {
      default: { skills: [{ skill: 'vip' }], maxWaitMs: 30_000, overflow: 'rest' },
      rest: { maxWaitMs: 60_000 },
    },
  });
  centre.request('a');
  centre.request('b', { queueId: 'rest' });
  centre.pass(29_998);
  expect(centre.all('task.moved')).toEqual([]);
  centre.pass(1);
  expect(centre.last('task.moved')).toMatchObject([
    { taskId: 'a', fromQueueId: 'default', queueId: 'rest', because: 'max-wait' },
  ]);
  expect(centre.last('queue.moved')).toMatchObject([
    { taskId: 'a', position: 1 },
    { taskId: 'b', position: 2 },
  ]);
  centre.pass(60_000);
  expect([centre.ending('a'), centre.ending('b')]).toEqual(['max-wait', 'max-wait']);
  expect(centre.all('fallback.offered').filter(({ because }) => because === 'max-wait')).toHaveLength(2);
});

test('2.6 a full queue sends on to the first overflow with room, and refuses when there is none', () => {
  const centre = new Centre({
    queues: { default: { limit: 1, overflow: 'second' }, second: { limit: 1, overflow: 'third' }, third: { limit: 1 } },
  });
  for (const task of ['a', 'b', 'c', 'd']) centre.request(task);
  expect(centre.all('task.moved').map(({ queueId }) => queueId)).toEqual(['second', 'third']);
  expect(centre.ending('d')).toBe('queue-full');
  expect(centre.last('fallback.offered')).toMatchObject([{ taskId: 'd', because: 'queue-full' }]);
});

test('2.7 a queue that is not there or does not serve the domain refuses at once', () => {
  const centre = new Centre({ queues: { default: { domains: ['chat'] } } });
  centre.request('a', { queueId: 'constructor' });
  centre.request('b', { domain: 'video' });
  expect([centre.ending('a'), centre.ending('b')]).toEqual(['unknown-queue', 'domain-not-served']);
  expect(centre.all('fallback.offered').map(({ taskId }) => taskId)).toEqual(['a', 'b']);
});

test('2.8 flushing moves what waits, or closes it', () => {
  const centre = new Centre({ queues: { default: {}, other: {} } });
  centre.request('a');
  centre.request('b');
  centre.notify({ type: 'queue.flushed', queueId: 'default', toQueueId: 'other' });
  expect(centre.last('task.moved').map(({ taskId }) => taskId)).toEqual(['a', 'b']);
  centre.notify({ type: 'queue.flushed', queueId: 'other' });
  expect([centre.ending('a'), centre.ending('b')]).toEqual(['flushed', 'flushed']);
});

test('2.9 the last agent is waited for, as long as that makes sense', () => {
  const centre = new Centre({ queues: { default: { stickyMs: 10_000 } } });
  const preferredAgentId = 'ada' as AgentId;
  centre.ready('ada');
  centre.serve('busy');
  centre.ready('ben');
  centre.request('a', { preferredAgentId });
  expect(centre.with('a')).toBeNull();
  centre.finish('busy');
  expect(centre.with('a')).toBe('ada');
  centre.accept('a');
  centre.request('b', { preferredAgentId });
  centre.pass(10_000);
  expect(centre.with('b')).toBe('ben');
  centre.accept('b');
  centre.ready('cem');
  centre.request('c', { preferredAgentId });
  expect(centre.with('c')).toBeNull();
  centre.agent('ada', 'disconnected');
  expect(centre.with('c')).toBe('cem');
  centre.accept('c');
  centre.ready('dora');
  centre.request('d', { preferredAgentId });
  expect(centre.with('d')).toBe('dora');
});

test('2.10 who insists waits for the one agent', () => {
  const centre = new Centre();
  centre.ready('ben');
  centre.request('a', { preferredAgentId: 'ada' as AgentId, insists: true });
  expect(centre.last('fallback.offered')).toMatchObject([{ because: 'agent-absent' }]);
  centre.pass(100_000);
  expect(centre.with('a')).toBeNull();
  centre.ready('ada');
  expect(centre.with('a')).toBe('ada');
  expect(centre.all('fallback.taken-back')).toMatchObject([{ taskId: 'a' }]);
});

test('9.1 a callback is queued when its window opens, and a waiting task can become one', () => {
  const centre = new Centre({ agents: { ada: { domains: { chat: 1, callback: 1 } } } });
  const window = { from: centre.now + 60_000, until: centre.now + 600_000, timeZone: 'Europe/Berlin' };
  centre.request('a', { domain: 'callback', callback: window });
  expect(centre.last('callback.scheduled')).toMatchObject([{ taskId: 'a', dueAt: window.from }]);
  centre.request('b');
  centre.notify({ type: 'callback.asked', taskId: 'b' as TaskId, window: { ...window, from: 0 } });
  expect(centre.last('task.domain-changed')).toMatchObject([{ taskId: 'b', domain: 'callback' }]);
  expect(centre.taskState('b')).toBe('queued');
  centre.ready('ada');
  expect([centre.with('a'), centre.with('b')]).toEqual([null, 'ada']);
  centre.accept('b');
  centre.now = window.from;
  centre.pass(0);
  expect(centre.taskState('a')).toBe('queued');
});

test('9.2 attempts are recorded, and who was not reached is tried again', () => {
  const callback = { attempts: 2, retryMs: 30_000 };
  const centre = new Centre({ queues: { default: { callback } }, agents: { ada: { domains: { callback: 1 } } } });
  const taskId = 'a' as TaskId;
  centre.ready('ada');
  const window = { from: 0, until: centre.now + 600_000, timeZone: 'Europe/Berlin' };
  centre.serve('a', { domain: 'callback', callback: window });
  centre.notify({ type: 'callback.attempted', taskId, outcome: 'no-answer' });
  expect(centre.last('callback.recorded')).toMatchObject([{ attempt: { agentId: 'ada', outcome: 'no-answer' } }]);
  expect(centre.taskState('a')).toBe('wrapping-up');
  centre.notify({ type: 'task.wrapped-up', taskId });
  expect(centre.last('callback.scheduled')).toMatchObject([{ dueAt: centre.now + 30_000 }]);
  centre.pass(30_000);
  centre.accept('a');
  centre.notify({ type: 'callback.attempted', taskId, outcome: 'reached' });
  expect(centre.taskState('a')).toBe('active');
  expect(centre.state.tasks.get(taskId)?.callback?.attempts.map(({ outcome }) => outcome)).toEqual([
    'no-answer',
    'reached',
  ]);
  centre.finish('a');
  expect(centre.ending('a')).toBe('wrapped-up');
});

test('9.3 a window that passes and the last attempt close it', () => {
  const callback = { attempts: 1, retryMs: 30_000 };
  const centre = new Centre({ queues: { default: { callback } }, agents: { ada: { domains: { callback: 1 } } } });
  const window = { from: 0, until: centre.now + 60_000, timeZone: 'Europe/Berlin' };
  centre.request('a', { domain: 'callback', callback: window });
  centre.pass(60_000);
  expect(centre.ending('a')).toBe('window-passed');
  centre.ready('ada');
  centre.serve('b', { domain: 'callback', callback: { ...window, until: centre.now + 60_000 } });
  centre.notify({ type: 'callback.attempted', taskId: 'b' as TaskId, outcome: 'line-busy' });
  centre.notify({ type: 'task.wrapped-up', taskId: 'b' as TaskId });
  expect(centre.ending('b')).toBe('attempts-used-up');
});
