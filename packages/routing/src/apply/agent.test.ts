import type { AgentId, TaskId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { Centre } from '../testing/centre.ts';

const ada = 'ada' as AgentId;
const notReady = (centre: Centre) => centre.notify({ type: 'agent.asked-not-ready', agentId: ada, reason: 'lunch' });

test('5.1 who signs in is not ready, and signing in again changes nothing', () => {
  const centre = new Centre();
  centre.agent('ada', 'signed-in');
  expect(centre.status('ada')).toMatchObject({
    state: 'not-ready',
    reason: 'signed-in',
    domains: { chat: 'not-ready' },
  });
  centre.ready('ada');
  centre.agent('ada', 'signed-in');
  expect(centre.status('ada')?.state).toBe('ready');
});

test('5.2 ready is for what was asked for and can be done', () => {
  const centre = new Centre({ agentDefaults: { domains: { chat: 1, email: 1 } } });
  centre.ready('ada', ['chat', 'video']);
  expect(centre.status('ada')?.domains).toMatchObject({ chat: 'ready', video: 'not-ready', email: 'not-ready' });
});

test('5.3 an agent holds so many of a domain, and 100 units in all', () => {
  const centre = new Centre({
    domains: { email: { weight: 30 } },
    agentDefaults: { domains: { chat: 2, email: 5 } },
  });
  centre.ready('ada');
  for (const task of ['a', 'b']) centre.serve(task);
  centre.request('c');
  expect(centre.with('c')).toBeNull();
  for (const task of ['d', 'e']) centre.serve(task, { domain: 'email' });
  centre.request('f', { domain: 'email' });
  expect(centre.with('f')).toBeNull();
});

test('5.4 an exclusive domain takes the whole agent', () => {
  const centre = new Centre({ agentDefaults: { domains: { chat: 3, video: 1 } } });
  centre.ready('ada');
  centre.serve('chat');
  centre.request('video', { domain: 'video' });
  expect(centre.with('video')).toBeNull();
  centre.finish('chat');
  centre.accept('video');
  centre.request('later');
  expect(centre.with('later')).toBeNull();
});

test('5.5 the state in each domain says what goes on', () => {
  const centre = new Centre({ agentDefaults: { domains: { chat: 2, video: 1, email: 1 } } });
  const domains = () => centre.status('ada')?.domains;
  centre.ready('ada');
  centre.request('a');
  expect(domains()).toMatchObject({ chat: 'reserved', email: 'ready' });
  centre.accept('a');
  expect(domains()).toMatchObject({ chat: 'active', video: 'busy', email: 'ready' });
  centre.serve('b');
  expect(domains()).toMatchObject({ chat: 'busy' });
  centre.finish('a');
  centre.notify({ type: 'task.domain-asked', taskId: 'b' as TaskId, domain: 'video' });
  expect(domains()).toMatchObject({ chat: 'interrupted', video: 'busy', email: 'interrupted' });
});

test('5.5 a phone call interrupts what wants the phone', () => {
  const centre = new Centre({ agents: { ada: { domains: { chat: 2, email: 2 }, voiceChannel: true } } });
  centre.phone('ada', 'ready');
  centre.ready('ada');
  centre.phone('ada', 'busy');
  expect(centre.last('agent.changed')).toMatchObject([
    { status: { domains: { chat: 'interrupted', email: 'ready' } } },
  ]);
});

test('5.6 not ready with tasks in hand waits until they are done, and can be taken back', () => {
  const centre = new Centre({ agentDefaults: { domains: { chat: 3 } } });
  centre.ready('ada');
  centre.serve('a');
  centre.serve('b');
  notReady(centre);
  expect(centre.status('ada')).toMatchObject({ state: 'ready', domains: { chat: 'pending-not-ready' } });
  centre.request('c');
  expect(centre.with('c')).toBeNull();
  centre.finish('a');
  centre.notify({ type: 'agent.asked-ready', agentId: ada, domains: ['chat'] });
  expect(centre.with('c')).toBe('ada');
  notReady(centre);
  expect(centre.with('c')).toBeNull();
  centre.finish('b');
  expect(centre.status('ada')).toMatchObject({ state: 'not-ready', reason: 'lunch' });
});

test('5.7 signing out gives back what is active and closes what is wrapping up', () => {
  const centre = new Centre({ agentDefaults: { domains: { chat: 3 } } });
  centre.ready('ada');
  centre.serve('a');
  centre.serve('b');
  centre.notify({ type: 'task.ended', taskId: 'b' as TaskId });
  centre.agent('ada', 'signed-out');
  expect(centre.last('agent.changed')).toMatchObject([{ status: { agentId: 'ada', state: 'logged-out' } }]);
  expect(centre.taskState('a')).toBe('queued');
  expect(centre.ending('b')).toBe('signed-out');
});

test('6.1 a lost agent is offered nothing', () => {
  const centre = new Centre();
  centre.ready('ada');
  centre.agent('ada', 'disconnected');
  centre.request('a');
  expect(centre.with('a')).toBeNull();
});

test('6.2 back in time, the place among the available is kept', () => {
  const centre = new Centre();
  centre.ready('ada');
  centre.ready('ben');
  centre.agent('ada', 'disconnected');
  centre.pass(19_999);
  centre.agent('ada', 'connected');
  centre.request('a');
  expect(centre.with('a')).toBe('ada');
});

test('6.3 not back in time is not ready; with tasks in hand they stay, and coming back undoes it', () => {
  const centre = new Centre();
  centre.ready('ada');
  centre.agent('ada', 'disconnected');
  centre.pass(20_000);
  expect(centre.status('ada')).toMatchObject({ state: 'not-ready', reason: 'connection-lost' });
  centre.ready('ben');
  centre.serve('a');
  centre.agent('ben', 'disconnected');
  centre.pass(20_000);
  expect(centre.status('ben')).toMatchObject({ domains: { chat: 'pending-not-ready' } });
  expect(centre.taskState('a')).toBe('active');
  centre.agent('ben', 'connected');
  expect(centre.status('ben')).toMatchObject({ domains: { chat: 'busy' } });
});
