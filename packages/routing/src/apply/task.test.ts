import type { AgentId, TaskId } from '@eyeline/protocol';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { RoutingConfiguration, type RoutingConfigurationSource } from '../configuration/configuration.ts';
import { positionOf } from '../query/position.ts';
import { Centre } from '../testing/centre.ts';

const id = (task: string) => task as TaskId;
const place = (centre: Centre, task: string) => positionOf(centre.state, id(task))?.position;

test('1.1 a task joins the end of its lane and keeps its age when it is given back', () => {
  const centre = new Centre();
  for (const task of ['a', 'b', 'c']) centre.request(task);
  expect([place(centre, 'a'), place(centre, 'b'), place(centre, 'c')]).toEqual([1, 2, 3]);
  centre.ready('ada');
  centre.accept('a');
  centre.agent('ada', 'signed-out');
  expect([place(centre, 'a'), place(centre, 'b'), place(centre, 'c')]).toEqual([1, 2, 3]);
});

test('1.2 priority comes before age, the request goes before the queue', () => {
  const centre = new Centre({ queues: { low: { priority: 2 }, high: { priority: 9 } }, defaultQueue: 'low' });
  centre.request('old');
  centre.request('urgent', { priority: 8 });
  centre.request('young');
  centre.request('other', { queueId: 'high' });
  expect([place(centre, 'urgent'), place(centre, 'old'), place(centre, 'young')]).toEqual([1, 2, 3]);
  centre.ready('ada');
  expect(centre.with('other')).toBe('ada');
});

test('1.3 with ageing a step of priority is worth so much waiting', () => {
  const centre = new Centre({ policy: { ageingMs: 1_000 } });
  centre.request('old', { priority: 3 });
  centre.now += 1_500;
  centre.request('urgent', { priority: 4 });
  centre.request('more urgent', { priority: 5 });
  expect(['more urgent', 'old', 'urgent'].map(task => place(centre, task))).toEqual([1, 2, 3]);
});

test('1.4 an offered task keeps its place and leaves the lane when it is accepted', () => {
  const centre = new Centre();
  centre.ready('ada');
  centre.request('a');
  centre.request('b');
  expect([place(centre, 'a'), place(centre, 'b')]).toEqual([1, 2]);
  centre.accept('a');
  expect(centre.last('queue.moved')).toMatchObject([{ taskId: 'b', position: 1 }]);
});

test('1.5 a task says how it ended, once', () => {
  const centre = new Centre();
  centre.ready('ada');
  centre.serve('a');
  centre.finish('a');
  centre.finish('a');
  expect(centre.all('task.changed').map(({ state }) => state)).toEqual(['offered', 'active', 'wrapping-up', 'closed']);
  expect(centre.ending('a')).toBe('wrapped-up');
});

test('1.6 what is not known changes nothing, and what is requested twice is requested once', () => {
  const centre = new Centre();
  for (const type of ['task.ended', 'task.withdrawn', 'task.wrapped-up'] as const)
    expect(centre.notify({ type, taskId: id('nobody') })).toEqual([]);
  centre.request('a');
  expect(centre.request('a')).toEqual([]);
  expect(centre.state.tasks.size).toBe(1);
});

test('1.7 a wrap-up ends by itself when the queue says so', () => {
  const centre = new Centre({ queues: { default: { wrapUpMs: 5_000 } } });
  centre.ready('ada');
  centre.serve('a');
  centre.notify({ type: 'task.ended', taskId: id('a') });
  centre.pass(4_999);
  expect(centre.taskState('a')).toBe('wrapping-up');
  centre.pass(1);
  expect(centre.taskState('a')).toBe('closed');
  expect(centre.status('ada')?.domains.chat).toBe('ready');
});

test('1.8 withdrawn while waiting is closed, withdrawn while active has ended', () => {
  const centre = new Centre();
  centre.ready('ada');
  centre.serve('a');
  centre.request('b');
  centre.notify({ type: 'task.withdrawn', taskId: id('a') });
  expect(centre.taskState('a')).toBe('wrapping-up');
  centre.notify({ type: 'task.withdrawn', taskId: id('b') });
  expect(centre.ending('b')).toBe('withdrawn');
});

test('1.9 a changed priority moves a waiting task, and an offer of it stands', () => {
  const centre = new Centre();
  centre.ready('ada');
  for (const task of ['a', 'b', 'c']) centre.request(task);
  centre.notify({ type: 'task.prioritised', taskId: id('c'), priority: 9 });
  expect([place(centre, 'c'), place(centre, 'a'), place(centre, 'b')]).toEqual([1, 2, 3]);
  centre.notify({ type: 'task.prioritised', taskId: id('a'), priority: 1 });
  expect(place(centre, 'a')).toBe(3);
  expect(centre.with('a')).toBe('ada');
  centre.accept('a');
  expect(centre.taskState('a')).toBe('active');
});

test('10.1 a transfer opens another task of the same age, which its agent gets back last', () => {
  const centre = new Centre();
  centre.ready('ada');
  centre.serve('a');
  centre.request('waiting');
  const newTask = { taskId: id('a2'), domain: 'chat' } as const;
  centre.notify({ type: 'task.transferred', taskId: id('a'), newTask });
  expect(centre.taskState('a')).toBe('wrapping-up');
  expect(place(centre, 'a2')).toBe(1);
  centre.notify({ type: 'task.wrapped-up', taskId: id('a') });
  expect(centre.with('waiting')).toBe('ada');
  centre.ready('ben');
  expect(centre.with('a2')).toBe('ben');
});

test('5.8 a chat becomes video with the same agent, and other chats are interrupted until then', () => {
  const centre = new Centre({ agentDefaults: { domains: { chat: 3, video: 1 } } });
  centre.ready('ada');
  centre.serve('a');
  centre.serve('b');
  centre.notify({ type: 'task.domain-asked', taskId: id('a'), domain: 'video' });
  expect(centre.last('task.domain-changed')).toMatchObject([{ taskId: 'a', domain: 'video' }]);
  expect(centre.status('ada')?.domains).toMatchObject({ video: 'busy', chat: 'interrupted' });
  centre.request('c');
  expect(centre.with('c')).toBeNull();
  centre.notify({ type: 'task.domain-asked', taskId: id('b'), domain: 'video' });
  expect(centre.last('task.domain-refused')).toMatchObject([{ taskId: 'b', because: 'no-room' }]);
  centre.notify({ type: 'task.domain-asked', taskId: id('a'), domain: 'chat' });
  expect(centre.with('c')).toBe('ada');
});

test('5.8 refused where the agent cannot, or is not ready for it', () => {
  const centre = new Centre({ agents: { ben: { domains: { chat: 1 } } } });
  centre.ready('ben');
  centre.serve('a');
  centre.notify({ type: 'task.domain-asked', taskId: id('a'), domain: 'video' });
  expect(centre.last('task.domain-refused')).toMatchObject([{ because: 'not-eligible' }]);
  centre.ready('ada', ['chat']);
  centre.serve('b');
  expect(centre.with('b')).toBe('ada');
  centre.notify({ type: 'task.domain-asked', taskId: id('b'), domain: 'video' });
  expect(centre.last('task.domain-refused')).toMatchObject([{ because: 'not-ready' }]);
});

describe('5.9', () => {
  const escalated = (agents: RoutingConfigurationSource['agents']) => {
    const centre = new Centre({ agents });
    centre.ready('ada');
    centre.serve('a');
    centre.serve('b');
    centre.notify({ type: 'task.domain-asked', taskId: 'a' as TaskId, domain: 'video' });
    return centre;
  };
  const goBack = (centre: Centre) =>
    centre.notify({ type: 'task.domain-asked', taskId: 'a' as TaskId, domain: 'chat' });
  const inHand = (centre: Centre) => centre.state.agentSessions.get('ada' as AgentId)?.agent.inHand;

  test('5.9 back to chat an escalated call goes, whatever the agent is ready for by then', () => {
    const centre = escalated({ ada: { domains: { chat: 2, video: 1 } } });
    centre.notify({ type: 'agent.asked-ready', agentId: 'ada' as AgentId, domains: ['video'] });
    goBack(centre);
    expect(centre.last('task.domain-changed')).toMatchObject([{ taskId: 'a', domain: 'chat' }]);
    expect(centre.status('ada')?.domains).toMatchObject({ chat: 'pending-not-ready', video: 'busy' });
    centre.finish('a');
    centre.finish('b');
    expect(centre.status('ada')?.domains).toMatchObject({ chat: 'not-ready', video: 'ready' });
  });

  test('5.9 also when asked to be not ready meanwhile, or when chats are fewer by configuration', () => {
    const centre = escalated({ ada: { domains: { chat: 2, video: 1 } } });
    centre.notify({ type: 'agent.asked-not-ready', agentId: 'ada' as AgentId, reason: 'lunch' });
    const agents = { ada: { domains: { chat: 1, video: 1 } } };
    centre.notify({ type: 'configuration.changed', configuration: v.parse(RoutingConfiguration, { agents }) });
    goBack(centre);
    expect(centre.last('task.domain-changed')).toMatchObject([{ taskId: 'a', domain: 'chat' }]);
  });

  test('5.9 the phone stays off voice if the chat needs it so, and is given back if not', () => {
    for (const voice of ['required', 'ignored'] as const) {
      const centre = new Centre({
        domains: { chat: { voice } },
        agents: { ada: { domains: { chat: 2, video: 1 }, voiceChannel: true } },
      });
      centre.ready('ada');
      centre.phone('ada', 'ready');
      centre.request('a');
      if (voice === 'required') centre.confirm('ada');
      centre.accept('a');
      centre.notify({ type: 'task.domain-asked', taskId: 'a' as TaskId, domain: 'video' });
      if (voice === 'ignored') centre.confirm('ada');
      expect(inHand(centre)).toMatchObject([{ domain: 'video', holdsVoice: true }]);
      // Nothing new is asked of a phone that does something else by now.
      goBack(centre);
      expect(inHand(centre)).toMatchObject([{ domain: 'chat', holdsVoice: voice === 'required' }]);
      expect(centre.last('voice.release')).toHaveLength(voice === 'required' ? 0 : 1);
      expect(centre.last('voice.hold')).toEqual([]);
    }
  });

  test('5.9 what came as video has nothing to go back to: it needs room for a chat', () => {
    const centre = new Centre({ agents: { ada: { domains: { chat: 1, video: 1 } } } });
    centre.ready('ada');
    centre.serve('a', { domain: 'video' });
    centre.notify({ type: 'agent.asked-ready', agentId: 'ada' as AgentId, domains: ['video'] });
    goBack(centre);
    expect(centre.last('task.domain-refused')).toMatchObject([{ because: 'not-ready' }]);
  });

  test('5.9 given back to the queue, it waits for what it came for', () => {
    const centre = escalated({ ada: { domains: { chat: 2, video: 1 } } });
    centre.agent('ada', 'signed-out');
    expect(centre.state.tasks.get('a' as TaskId)).toMatchObject({ domain: 'chat', state: 'queued' });
  });
});

test('5.10 a waiting task that changes its domain stands in the other lane at its age', () => {
  const centre = new Centre();
  centre.request('a', { domain: 'video' });
  centre.request('b');
  centre.notify({ type: 'task.domain-asked', taskId: id('a'), domain: 'chat' });
  expect([place(centre, 'a'), place(centre, 'b')]).toEqual([1, 2]);
});

test('2.11 tasks of a pull queue are listed and picked, and a pick says why it is refused', () => {
  const centre = new Centre({
    skills: ['mail'],
    queues: { inbox: { mode: 'pull', skills: [{ skill: 'mail' }] }, both: { mode: 'both' } },
    defaultQueue: 'inbox',
    agents: { ada: { skills: { mail: 5 }, domains: { chat: 1 } } },
  });
  const pick = (task: string, agent: string) => {
    centre.notify({ type: 'task.picked', taskId: id(task), agentId: agent as AgentId });
    return centre.last('pick.refused')[0]?.because ?? 'granted';
  };
  centre.ready('ada');
  centre.ready('ben');
  centre.request('a');
  centre.request('b');
  expect(centre.with('a')).toBeNull();
  expect(pick('a', 'ben')).toBe('not-eligible');
  expect(pick('b', 'ada')).toBe('granted');
  expect(centre.taskState('b')).toBe('active');
  expect(pick('b', 'ben')).toBe('taken');
  expect(pick('a', 'ada')).toBe('no-room');
  expect(pick('gone', 'ada')).toBe('gone');
  centre.notify({ type: 'agent.asked-not-ready', agentId: 'ada' as AgentId, reason: 'lunch' });
  expect(pick('a', 'ada')).toBe('not-ready');
  centre.request('offered', { queueId: 'both' });
  expect(centre.with('offered')).toBe('ben');
});
