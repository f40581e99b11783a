import type { AgentId, TaskId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { decide, nextDeadline } from '../decide.ts';
import { Centre } from '../testing/centre.ts';
import { restore } from './restore.ts';
import { snapshot } from './snapshot.ts';

const copy = (centre: Centre) => restore(JSON.parse(JSON.stringify(snapshot(centre.state))));

test('11.1 the next deadline is later than the last decision, and what is due is settled first', () => {
  const centre = new Centre();
  expect(nextDeadline(centre.state)).toBeNull();
  centre.ready('ada');
  centre.request('a');
  expect(nextDeadline(centre.state)).toBeGreaterThan(centre.now);
  centre.now += 50_000;
  centre.request('b');
  expect(centre.status('ada')?.reason).toBe('no-answer');
  expect(nextDeadline(centre.state)).toBeGreaterThan(centre.now);
  centre.now -= 40_000;
  centre.ready('ben');
  expect(centre.with('a')).toBe('ben');
});

test('11.2 after a restart nobody is blamed', () => {
  const centre = new Centre();
  centre.ready('ada');
  centre.ready('ben');
  centre.request('a');
  centre.serve('b');
  centre.now += 3_600_000;
  centre.crash();
  expect(centre.last('offer.closed')).toMatchObject([{ outcome: 'withdrawn' }]);
  expect(centre.taskState('a')).toBe('queued');
  expect(centre.taskState('b')).toBe('active');
  centre.agent('ada', 'connected');
  expect(centre.status('ada')).toMatchObject({ state: 'ready' });
  expect(centre.with('a')).toBe('ada');
  centre.pass(19_999);
  expect(centre.status('ben')?.domains.chat).toBe('busy');
  centre.pass(1);
  expect(centre.status('ben')?.domains.chat).toBe('pending-not-ready');
});

test('11.3 a new configuration counts at once for what waits, and what is in hand stays', () => {
  const centre = new Centre({ skills: ['loans'], queues: { default: { skills: [{ skill: 'loans' }] }, old: {} } });
  centre.ready('ada');
  centre.serve('held', { queueId: 'old' });
  centre.ready('ben');
  centre.request('offered', { queueId: 'old' });
  centre.request('left', { queueId: 'old' });
  centre.request('waits');
  const { configuration } = new Centre({
    skills: ['loans'],
    queues: { default: { skills: [{ skill: 'loans' }] } },
    agents: { cem: { skills: { loans: 1 } } },
  }).state;
  centre.ready('cem', ['video']);
  centre.notify({ type: 'configuration.changed', configuration });
  expect([centre.with('held'), centre.with('offered'), centre.with('waits')]).toEqual(['ada', 'ben', null]);
  centre.notify({ type: 'agent.asked-ready', agentId: 'cem' as AgentId, domains: ['chat'] });
  expect(centre.with('left')).toBe('cem');
  centre.accept('left');
  centre.finish('left');
  expect(centre.with('waits')).toBe('cem');
  centre.request('late', { queueId: 'old' });
  expect(centre.ending('late')).toBe('unknown-queue');
});

test('11.3 skills learned in the running centre count', () => {
  const source = { skills: ['loans'], queues: { default: { skills: [{ skill: 'loans', atLeast: 7 }] } } };
  const agents = (level: number) => ({ agents: { ada: { skills: { loans: level } } } });
  const centre = new Centre({ ...source, ...agents(3) });
  centre.ready('ada');
  centre.request('a');
  expect(centre.last('fallback.offered')).toMatchObject([{ because: 'no-skill' }]);
  const { configuration } = new Centre({ ...source, ...agents(8) }).state;
  centre.notify({ type: 'configuration.changed', configuration });
  expect(centre.last('fallback.taken-back')).toMatchObject([{ taskId: 'a' }]);
  expect(centre.with('a')).toBe('ada');
});

test('11.4 the restored state goes on as the original', () => {
  const centre = new Centre({ queues: { default: { stickyMs: 5_000, maxWaitMs: 60_000, wrapUpMs: 9_000 } } });
  for (const agent of ['ada', 'ben', 'cem']) centre.ready(agent);
  centre.serve('a');
  centre.request('b');
  centre.request('c', { preferredAgentId: 'ada' as AgentId });
  centre.request('d', { skills: [{ skill: 'x' }] });
  centre.agent('ben', 'disconnected');
  const other = copy(centre);
  const both = (at: number, input: Parameters<typeof decide>[1]) =>
    expect(decide(other, input, at).effects).toEqual(decide(centre.state, input, at).effects);
  both(centre.now + 10, { type: 'task.ended', taskId: 'a' as TaskId });
  both(centre.now + 5_200, { type: 'clock.ticked' });
  for (let round = 0; round < 40; round += 1) {
    expect(nextDeadline(other)).toBe(nextDeadline(centre.state));
    both(nextDeadline(centre.state) ?? centre.now, { type: 'clock.ticked' });
  }
  expect(snapshot(other)).toEqual(snapshot(centre.state));
});

test('11.4 a snapshot is not touched by later decisions, and one of another version is refused', () => {
  const centre = new Centre();
  centre.ready('ada');
  centre.request('a');
  const taken = snapshot(centre.state);
  const text = JSON.stringify(taken);
  centre.accept('a');
  centre.finish('a');
  expect(JSON.stringify(taken)).toBe(text);
  expect(() => restore({ ...taken, version: 1 as 3 })).toThrow('version 3');
});
