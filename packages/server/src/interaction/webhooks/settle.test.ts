import type { InteractionId } from '@eyeline/protocol';
import { describe, expect, test } from 'vitest';
import type { Lagging, PlacedFact, WebhookState } from '../../store/webhooks/webhook-store.ts';
import type { RunResult } from './run.ts';
import { pauseAfterAttempt, readRetryAfter } from './schedule.ts';
import type { Outcome } from './send.ts';
import { mostDeadLetters, settle } from './settle.ts';

const now = 1_800_000_000_000;
const hour = 3_600_000;
const zoe = 'zoe' as InteractionId;
const state: WebhookState = {
  ...{ subscriptionId: 'crm', position: 9, paused: null, pausedAt: null, holdUntil: null },
  ...{ failures: 0, deliveredAt: null, version: 3 },
};
const refused: Outcome = { delivered: false, status: 500, reason: 'status', retryAfterMs: null };
const fact = (seq: number) => ({ interactionId: zoe, seq }) as PlacedFact;
const attempt = (reason: string | null) => ({
  ...{ at: now, eventId: 'msg_zoe_4', name: 'message.sent', attempt: 1, status: 500, reason, ms: 1 },
});
const lag: Lagging = { interactionId: zoe, seq: 4, attempts: 9, dueAt: now, since: now - 76 * hour };
const result = (more: Partial<RunResult> = {}, runMore: Partial<RunResult['run']> = {}): RunResult => ({
  run: { interactionId: zoe, lag: null, facts: [fact(4), fact(5)], isWhole: true, ...runMore },
  ...{ attempts: [], failed: null, untriedFrom: null, unreadable: [] },
  ...more,
});
const settled = (one: RunResult, more: Partial<Parameters<typeof settle>[0]> = {}) =>
  settle({ state, results: [one], now, chance: () => 0, deadBefore: 0, ...more });
const failed = { failed: { seq: 4, outcome: refused }, attempts: [attempt('status')] };

describe('the schedule', () => {
  test('is that of Standard Webhooks, with some chance, and has an end', () => {
    const pauses = Array.from({ length: 10 }, (_, n) => pauseAfterAttempt(n + 1, 0));
    expect(pauses.map(ms => ms && ms / 60_000)).toEqual([1 / 12, 5, 30, 120, 300, 600, 840, 1_200, 1_440, null]);
    expect([0, 0.5, 0.999].map(chance => pauseAfterAttempt(1, chance))).toEqual([5_000, 5_500, 5_999]);
  });

  test('Retry-After is seconds or a date, a day at most, and nothing else', () => {
    expect(['120', ' 5 ', '0', '999999999'].map(one => readRetryAfter(one, now))).toEqual([
      120_000,
      5_000,
      0,
      24 * hour,
    ]);
    expect(readRetryAfter(new Date(now + 60_000).toUTCString(), now)).toBe(60_000);
    expect(readRetryAfter(new Date(now - 60_000).toUTCString(), now)).toBe(0);
    for (const one of [undefined, '', 'soon', '-5', '1e9']) expect(readRetryAfter(one, now)).toBeNull();
  });
});

describe('after a turn', () => {
  test('what was taken is done; what waited and is whole waits no longer', () => {
    expect(settled(result({ attempts: [attempt(null)] }))).toMatchObject({
      state: { failures: 0, deliveredAt: now, paused: null },
      ...{ lagging: [], caughtUp: [], dead: [] },
    });
    expect(settled(result({}, { lag })).caughtUp).toEqual([zoe]);
    expect(settled(result({}, { lag, isWhole: false })).lagging).toMatchObject([{ seq: 6, attempts: 0, dueAt: now }]);
  });

  test('what was not taken waits for its time, and remembers since when', () => {
    expect(settled(result(failed))).toMatchObject({
      state: { failures: 1, deliveredAt: null },
      lagging: [{ interactionId: zoe, seq: 4, attempts: 1, dueAt: now + 5_000, since: now }],
    });
    const second = settled(result(failed, { lag: { ...lag, attempts: 1 } }));
    expect(second.lagging).toEqual([{ ...lag, attempts: 2, dueAt: now + 300_000 }]);
    // Of another fact than before.
    const other = settled(result({ ...failed, failed: { seq: 5, outcome: refused } }, { lag }));
    expect(other.lagging).toMatchObject([{ seq: 5, attempts: 1, since: now }]);
  });

  test('what was not tried is tried next, with the attempts that it had', () => {
    expect(settled(result({ untriedFrom: 4 }, { lag })).lagging).toEqual([{ ...lag, dueAt: now }]);
    expect(settled(result({ untriedFrom: 5 })).lagging).toMatchObject([{ seq: 5, attempts: 0, dueAt: now }]);
  });

  test('Retry-After is obeyed, by the interaction and by all', () => {
    const busy = { ...refused, status: 429, retryAfterMs: 90_000 };
    const { state: next, lagging } = settled(result({ ...failed, failed: { seq: 4, outcome: busy } }));
    expect([next.holdUntil, lagging[0]?.dueAt]).toEqual([now + 90_000, now + 90_000]);
  });

  test('410 pauses it, and nothing is lost', () => {
    const gone = { ...refused, status: 410 };
    const turn = settled(result({ ...failed, failed: { seq: 4, outcome: gone } }));
    expect(turn).toMatchObject({ state: { paused: 'gone', pausedAt: now }, lagging: [{ seq: 4 }], dead: [] });
  });

  test('after the last attempt it is a dead letter where others were taken meanwhile, and all pauses where none was', () => {
    const last = result(failed, { lag });
    const others = { ...state, deliveredAt: now - hour };
    expect(settled(last, { state: others })).toMatchObject({
      state: { paused: null },
      dead: [{ interactionId: zoe, seq: 4, attempts: 10, reason: 'status:500' }],
      lagging: [{ seq: 5, attempts: 0, dueAt: now }],
    });
    expect(settled(last)).toMatchObject({
      state: { paused: 'failing' },
      dead: [],
      lagging: [{ seq: 4, attempts: 10 }],
    });
    expect(settled(last, { state: others, deadBefore: mostDeadLetters - 1 }).state.paused).toBe('dead-letters');
  });

  test('what cannot be read is given up at once', () => {
    const turn = settled(result({ unreadable: [4], attempts: [attempt(null)] }));
    expect(turn).toMatchObject({ dead: [{ seq: 4, reason: 'unreadable' }], lagging: [] });
  });
});
