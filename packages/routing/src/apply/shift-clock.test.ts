import type { TaskId } from '@eyeline/protocol';
import { describe, expect, test } from 'vitest';
import { nextDeadline } from '../decide.ts';
import { restore } from '../record/restore.ts';
import { snapshot } from '../record/snapshot.ts';
import { Centre } from '../testing/centre.ts';

const hour = 3_600_000;

describe.each([
  ['an hour forward', hour],
  ['an hour back', -hour],
])('a clock that is set %s', (_, byMs) => {
  const set = (centre: Centre) => {
    centre.now += byMs;
    return centre.notify({ type: 'clock.shifted', byMs });
  };
  const left = (centre: Centre) => ([...centre.state.offers.values()][0]?.expiresAt ?? Number.NaN) - centre.now;

  test('11.6 leaves an offer what was left of it', () => {
    const centre = new Centre();
    centre.now += 2 * hour;
    centre.ready('ada');
    centre.request('a');
    centre.pass(2000);
    const leftMs = left(centre);
    expect(set(centre).map(({ type }) => type)).toEqual(['agent.changed']);
    expect(left(centre)).toBe(leftMs);
    centre.pass(leftMs - 1);
    expect(centre.taskState('a')).toBe('offered');
    centre.pass(1);
    expect(centre.last('offer.closed')).toMatchObject([{ outcome: 'expired' }]);
  });

  test('11.6 leaves waiting, wrapping up and grace what was left of them', () => {
    const centre = new Centre({ queues: { default: { wrapUpMs: 10_000, maxWaitMs: 60_000 } } });
    centre.now += 2 * hour;
    centre.ready('ada');
    centre.serve('a');
    centre.notify({ type: 'task.ended', taskId: 'a' as TaskId });
    centre.agent('ada', 'disconnected');
    centre.request('b');
    centre.pass(4000);
    set(centre);
    expect(centre.taskState('a')).toBe('wrapping-up');
    centre.pass(5998);
    expect(centre.taskState('a')).toBe('wrapping-up');
    centre.pass(1);
    expect(centre.taskState('a')).toBe('closed');
    centre.pass(50_000);
    expect(centre.taskState('b')).toBe('queued');
    centre.pass(1);
    expect(centre.ending('b')).toBe('max-wait');
  });

  test('11.6 leaves the order of those who wait, and of agents', () => {
    const centre = new Centre();
    centre.now += 2 * hour;
    centre.request('a');
    centre.request('b');
    set(centre);
    centre.request('c', { priority: 5 });
    centre.ready('ada');
    centre.ready('ben');
    expect([centre.with('a'), centre.with('b')]).toEqual(['ada', 'ben']);
  });

  test('11.6 calls back when it was agreed', () => {
    const centre = new Centre();
    centre.now += 2 * hour;
    centre.ready('ada');
    const from = centre.now + 3 * hour;
    centre.request('a', { domain: 'callback', callback: { from, until: from + hour, timeZone: 'UTC' } });
    set(centre);
    expect(centre.taskState('a')).toBe('scheduled');
    expect(nextDeadline(centre.state)).toBe(from);
  });

  test('11.6 and back again is as if it had never been', () => {
    const centre = new Centre({ queues: { default: { wrapUpMs: 10_000, maxWaitMs: 60_000 } } });
    centre.now += 2 * hour;
    centre.ready('ada');
    centre.ready('ben');
    centre.serve('a');
    centre.request('b');
    centre.request('c');
    const before = JSON.stringify({ ...snapshot(centre.state), agents: [] });
    set(centre);
    centre.now -= byMs;
    centre.notify({ type: 'clock.shifted', byMs: -byMs });
    expect(JSON.stringify({ ...snapshot(centre.state), agents: [] })).toBe(before);
    expect(snapshot(restore(snapshot(centre.state)))).toEqual(snapshot(centre.state));
  });
});
