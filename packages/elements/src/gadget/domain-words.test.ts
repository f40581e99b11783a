import { AgentStatus } from '@eyeline/protocol';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { domainLine } from './domain-words.ts';

const line = (domains: object, chats: number, videos = 0) =>
  domainLine(
    v.parse(AgentStatus, {
      agentId: 'anna',
      name: 'Anna',
      state: 'ready',
      reason: null,
      domains,
      capacity: { chat: { used: chats, of: 5 }, video: { used: videos, of: 1 } },
      since: 0,
    }),
  );

test('an agent reads in one line how they stand in each kind of work', () => {
  expect(line({ chat: 'active', video: 'ready' }, 3)).toBe('Video, 3 of 5 chats');
  expect(line({ chat: 'ready', video: 'not-ready' }, 0)).toBe('No video, 0 of 5 chats');
  expect(line({ chat: 'interrupted', video: 'busy' }, 2, 1)).toBe('Video busy, 2 of 5 chats');
  expect(line({ chat: 'not-ready', video: 'not-ready' }, 0)).toBe('No video, no chat');
  expect(line({ chat: 'active', video: 'busy' }, 3)).toBe('3 of 5 chats');
  expect(line({ chat: 'interrupted', video: 'busy' }, 0)).toBe('Nothing new for now');
  expect(line({ chat: 'ready', video: 'reserved' }, 0)).toBe('0 of 5 chats');
});
