import { AgentStatus } from '@eyeline/protocol';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { wrapUpWords } from './wrap-up-words.ts';

const words = (state: string, chat: string, video = 'busy') =>
  wrapUpWords(
    v.parse(AgentStatus, {
      agentId: 'anna',
      name: 'Anna',
      state,
      reason: null,
      domains: { chat, video },
      capacity: { chat: { used: 1, of: 3 } },
      since: 0,
    }),
  );

test('who has no room left reads that nobody new comes before the wrap-up is finished', () => {
  expect(words('ready', 'busy')).toBe('Nobody new comes until you finish.');
});

test('a wrap-up says nothing of others where there is room for them, or where none are wanted', () => {
  expect(words('ready', 'active')).toBeNull();
  expect(words('ready', 'busy', 'ready')).toBeNull();
  expect(words('ready', 'pending-not-ready')).toBeNull();
  expect(words('not-ready', 'not-ready')).toBeNull();
});
