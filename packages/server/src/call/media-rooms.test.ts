import type { Call, CallId, InteractionId, ParticipantId } from '@eyeline/protocol';
import type { RoomRules, Sfu } from '@eyeline/sfu';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import { MediaRooms, roomIdOf } from './media-rooms.ts';

const interactionId = 'i' as InteractionId;
const callId = 'c' as CallId;
const zoe = 'zoe' as ParticipantId;
const anna = 'anna' as ParticipantId;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const sources = { camera: 'on', microphone: 'on', screen: 'off' } as const;
const callOf = (change: Partial<Call> = {}): Call => ({
  ...{
    callId,
    kind: 'two-way',
    state: 'active',
    proposerId: zoe,
    media: 'sfu',
    epoch: 1,
    since: 0,
    asked: null,
  },
  legs: [
    { participantId: zoe, role: 'customer', sources, held: false },
    { participantId: anna, role: 'agent', sources, held: false },
  ],
  ...change,
});

function rooms() {
  const closed: string[] = [];
  const rules = new Map<string, RoomRules>();
  const sfu = {
    closeRoom: (roomId: string) => closed.push(roomId),
    restrict: (roomId: string, now: RoomRules) => rules.set(roomId, now),
  };
  const log: {
    interactionId: InteractionId;
    interaction: { call: Call | null };
  } = {
    interactionId,
    interaction: { call: callOf() },
  };
  const media = new MediaRooms(sfu as unknown as Sfu);
  const change = (call: Call | null) => {
    log.interaction = { call };
    media.follow(log as InteractionLog);
  };
  return { media, log: log as InteractionLog, change, closed, rules };
}

test('the room of an epoch outlives it by a while; the end of the call ends all of them at once', () => {
  const { media, log, change, closed } = rooms();
  media.opened(log, callOf());
  change(callOf({ epoch: 2 }));
  media.opened(log, callOf({ epoch: 2 }));
  vi.advanceTimersByTime(10_000);
  expect(closed).toEqual([]);
  vi.advanceTimersByTime(10_000);
  expect(closed).toEqual([roomIdOf(interactionId, callId, 1)]);
  change(callOf({ epoch: 3, media: 'p2p' }));
  change(null);
  expect(closed).toEqual([1, 2].map(epoch => roomIdOf(interactionId, callId, epoch)));
  expect(vi.getTimerCount()).toBe(0);
});

test('rules say what the log says at the time when they are asked, in the rooms of all epochs', () => {
  const { media, log, change, rules } = rooms();
  media.opened(log, callOf());
  change(callOf({ epoch: 2 }));
  media.opened(log, callOf({ epoch: 2 }));
  expect(rules.size).toBe(2);
  for (const rule of rules.values()) {
    expect([rule.sends(zoe, 'camera'), rule.receives(anna, zoe, 'camera')]).toEqual([true, true]);
    expect([rule.maySend(zoe, 'screen'), rule.sends(zoe, 'screen')]).toEqual([true, false]);
  }
  const legs = callOf().legs.map(leg => ({
    ...leg,
    held: leg.participantId === zoe,
  }));
  change(callOf({ epoch: 2, legs }));
  for (const rule of rules.values()) {
    expect([rule.maySend(zoe, 'camera'), rule.receives(zoe, anna, 'camera')]).toEqual([false, false]);
    expect(rule.isIn(zoe)).toBe(true);
  }
  change(callOf({ epoch: 2, kind: 'one-way' }));
  for (const rule of rules.values())
    expect([rule.maySend(anna, 'camera'), rule.maySend(zoe, 'camera')]).toEqual([false, true]);
  change(callOf({ epoch: 2, legs: callOf().legs.slice(0, 1) }));
  for (const rule of rules.values()) expect(rule.isIn(anna)).toBe(false);
});
