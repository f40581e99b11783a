import { defaultBlendingPolicy, type FinesseUser } from '@eyeline/finesse';
import { AgentId, OfferId } from '@eyeline/protocol';
import { pino } from 'pino';
import * as v from 'valibot';
import { afterEach, expect, test, vi } from 'vitest';
import { OutsideMemory } from '../../testing/outside-memory.ts';
import { AttachedDesks } from './attached-desks.ts';
import { FinesseVoiceChannels } from './finesse-voice-channels.ts';
import { shownVoice } from './shown-voice.ts';

vi.mock('./shown-voice.ts', { spy: true });

afterEach(() => vi.useRealTimers());

const agentIds = Array.from({ length: 500 }, (_, index) => v.parse(AgentId, `agent-${index}`));

test('a tick looks at the phones that something is due for, and not at all that there are', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  const memory = new OutsideMemory();
  const sent: string[] = [];
  const desks = new AttachedDesks({
    ...{ reason: undefined, timeoutMs: 1_000, voiceChannelOf: () => undefined },
    ...{ onCame: () => {}, onWent: () => {} },
  });
  const voiceChannels = new FinesseVoiceChannels({
    connection: {
      desks,
      senders: { supervisor: async userId => void sent.push(userId) },
      viewOf: () => ({ standing: 'free' }),
      poll: () => {},
      start: () => {},
      stop: async () => {},
    },
    policy: { ...defaultBlendingPolicy, ways: ['supervisor'] },
    kept: memory.voice(),
    userIdOf: username => username,
    log: pino({ level: 'silent' }),
  });
  voiceChannels.start(
    () => {},
    agentId => agentId,
    memory.keep,
  );
  voiceChannels.watch(agentIds);
  for (const id of agentIds) voiceChannels.seen({ id } as unknown as FinesseUser);
  const [first] = agentIds;
  if (!first) throw new Error('nobody');
  const before = vi.mocked(shownVoice).mock.calls.length;
  voiceChannels.hold({ agentId: first, offerId: v.parse(OfferId, 'o-1'), reason: 'on-chat', expiresAt: 0 });
  await expect.poll(() => sent).toEqual(['agent-0']);
  // Nothing confirms it: it is looked for, given up and watched, by one tick after the other.
  for (let round = 0; round < 20; round += 1) await vi.advanceTimersToNextTimerAsync();
  const polls = vi
    .mocked(shownVoice)
    .mock.calls.slice(before)
    .map(([agentId]) => agentId);
  expect(polls.length).toBeGreaterThan(0);
  expect(new Set(polls)).toEqual(new Set([first]));
  await voiceChannels.close();
});
