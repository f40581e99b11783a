import type { AgentId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { Centre } from '../testing/centre.ts';

const broughtBy = 'ada' as AgentId;
const stateOf = (centre: Centre, task: string) => centre.state.tasks.get(task as never)?.state;

test('14.1 who is brought along is in the hands of that agent at once, ready or not, whatever the phone does', () => {
  const centre = new Centre({ agents: { ada: { voiceChannel: true } } });
  centre.agent('ada', 'signed-in');
  centre.phone('ada', 'busy');
  centre.request('guest', { domain: 'video', broughtBy });
  expect(centre.with('guest')).toBe('ada');
  expect(stateOf(centre, 'guest')).toBe('active');
  expect(centre.all('offer.made')).toEqual([]);
  expect(centre.all('voice.hold')).toEqual([]);
});

test('14.1 chats are interrupted for it, and an offer gives way', () => {
  const centre = new Centre({ agentDefaults: { domains: { chat: 3, video: 1 } } });
  centre.ready('ada');
  centre.serve('chat');
  centre.request('next');
  expect(centre.with('next')).toBe('ada');
  centre.request('guest', { domain: 'video', broughtBy });
  expect(centre.with('guest')).toBe('ada');
  expect(centre.with('next')).toBeNull();
  expect(centre.last('offer.closed')).toMatchObject([{ outcome: 'withdrawn' }]);
});

test('14.2 during another video it waits for that agent and nobody else', () => {
  const centre = new Centre();
  centre.ready('ada');
  centre.ready('bob');
  centre.request('first', { domain: 'video', broughtBy });
  centre.request('second', { domain: 'video', broughtBy });
  expect(centre.with('second')).toBeNull();
  centre.finish('first');
  expect(centre.with('second')).toBe('ada');
});

test('14.3 where that agent is gone, or does no video, others may have it', () => {
  const centre = new Centre({ agents: { ada: { domains: { video: 0, chat: 1 } } } });
  centre.ready('bob');
  centre.serve('one', { domain: 'video', broughtBy: 'cleo' as AgentId });
  expect(centre.with('one')).toBe('bob');
  centre.finish('one');
  centre.ready('ada');
  centre.request('two', { domain: 'video', broughtBy });
  expect(centre.with('two')).toBe('bob');
});
