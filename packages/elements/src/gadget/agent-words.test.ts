import type { AgentStatus } from '@eyeline/protocol';
import { AgentStatus as AgentStatusSchema } from '@eyeline/protocol';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { isolate } from '../parts/isolate.ts';
import { agentWords, isLeaving } from './agent-words.ts';

const reasons = [{ code: 'lunch', label: 'Lunch' }];
const status = (given: Partial<Record<keyof AgentStatus, unknown>>) =>
  v.parse(AgentStatusSchema, {
    agentId: 'anna',
    name: 'Anna Berg',
    state: 'not-ready',
    reason: null,
    domains: { chat: 'not-ready', video: 'not-ready' },
    capacity: { chat: { used: 0, of: 3 }, video: { used: 0, of: 1 } },
    since: 0,
    ...given,
  });
type Work = NonNullable<Parameters<typeof agentWords>[1]['tasks']>[number];
const tasks = (...domains: readonly Work['domain'][]): Work[] => domains.map(domain => ({ domain, state: 'active' }));
const done = (...domains: readonly Work['domain'][]): Work[] =>
  domains.map(domain => ({ domain, state: 'wrapping-up' }));
const words = (given: Parameters<typeof status>[0], inHand: readonly Work[] = []) =>
  agentWords(status(given), { reasons, tasks: inHand });

describe('agentWords', () => {
  test('says why the system made an agent not ready', () => {
    expect(words({ reason: 'no-answer' })).toMatchObject({ tone: 'away', detail: 'You did not answer an offer' });
    expect(words({ reason: 'connection-lost' }).detail).toBe('Your connection was lost');
  });

  test('says a configured reason by its label, and one that is configured no more by its code', () => {
    expect(words({ reason: 'lunch' }).detail).toBe('Lunch');
    expect(words({ reason: 'training' }).detail).toBe('training');
  });

  test('takes no property that every object has for a reason of the system', () => {
    expect(words({ reason: 'constructor' }).detail).toBe('constructor');
  });

  test('says for what an agent is ready', () => {
    expect(words({ state: 'ready', domains: { chat: 'ready', video: 'ready' } }).detail).toBe('For video and chat');
    expect(words({ state: 'ready', domains: { chat: 'ready', video: 'not-ready' } }).detail).toBe('For chat');
  });

  test('says what an agent with work is doing, and what comes after it', () => {
    expect(words({ state: 'ready', domains: { chat: 'busy', video: 'busy' } }).label).toBe('In a conversation');
    const two = { chat: { used: 2, of: 3 }, video: { used: 0, of: 1 } };
    const chatting = { state: 'ready', domains: { chat: 'active', video: 'ready' }, capacity: two };
    expect(words(chatting, tasks('chat', 'chat'))).toEqual({
      tone: 'busy',
      label: 'In 2 conversations',
      detail: 'Ready for video and chat',
    });
    const full = { domains: { chat: 'busy', video: 'ready' }, capacity: { ...two, chat: { used: 3, of: 3 } } };
    expect(words({ ...chatting, ...full }, tasks('chat', 'chat', 'chat'))).toMatchObject({
      label: 'In 3 conversations',
      detail: 'Ready for video',
    });
    const all = { ...full, domains: { chat: 'busy', video: 'not-ready' } };
    expect(words({ ...chatting, ...all }).detail).toBe('Nobody new for now');
    const ringing = { reasons, tasks: tasks('video'), isRinging: true };
    expect(agentWords(status({ ...chatting, ...all }), ringing).detail).toBe('Nobody new until the call is answered');
    const calling = { state: 'ready', domains: { chat: 'interrupted', email: 'interrupted', video: 'busy' } };
    expect(words(calling).detail).toBe('Nobody new for now');
    expect(words({ state: 'ready', domains: { chat: 'busy', video: 'busy' } }, done('chat')).label).toBe('Wrapping up');
    expect(words(chatting, [...tasks('chat'), ...done('chat')])).toEqual({
      tone: 'busy',
      label: 'In a conversation',
      detail: 'Ready for video and chat',
    });
    expect(words(chatting, done('chat', 'chat'))).toEqual({
      tone: 'busy',
      label: 'Wrapping up',
      detail: 'The next customer may come meanwhile',
    });
    const leaving = { state: 'ready', domains: { chat: 'pending-not-ready', video: 'not-ready' } };
    expect(words(leaving).detail).toBe('Not ready afterwards');
    expect(words({ ...leaving, reason: 'lunch' }).detail).toBe(`Not ready afterwards: ${isolate('Lunch')}`);
    expect(isLeaving(status(leaving))).toBe(true);
    expect(isLeaving(status({}))).toBe(false);
  });

  test('speaks of a conversation only where there is one', () => {
    const working = { state: 'ready', domains: { chat: 'ready', email: 'active', callback: 'busy' } };
    const label = (...inHand: Work[]) => words(working, inHand).label;
    expect(label(...tasks('callback'))).toBe('With a callback');
    expect(label(...tasks('email'))).toBe('With a message');
    expect(label(...tasks('email', 'email'))).toBe('With 2 messages');
    expect(label(...tasks('chat', 'callback'))).toBe('With 2 customers');
    expect(label(...tasks('chat', 'video'))).toBe('In 2 conversations');
    expect(label(...tasks('callback'), ...done('chat'))).toBe('With a callback');
  });

  test('promises no customer to an agent whose desk is not connected', () => {
    const ready = status({ state: 'ready', domains: { chat: 'ready', video: 'ready' } });
    expect(agentWords(ready, { reasons, isOnline: false })).toMatchObject({ tone: 'away', label: 'Not connected' });
  });
});
