import { describe, expect, test } from 'vitest';
import { firstWindow, windowErrors } from './callback-window.ts';

const local = (text: string) => new Date(text).getTime();
const now = local('2026-11-20T10:20');

describe('the window that is proposed', () => {
  test.each([
    ['2026-11-20T10:20', null, '2026-11-20 11:00 13:00'],
    ['2026-11-20T10:50', null, '2026-11-20 12:00 14:00'],
    ['2026-11-20T22:10', null, '2026-11-21 09:00 11:00'],
    ['2026-11-20T03:10', null, '2026-11-20 09:00 11:00'],
    ['2026-11-20T22:10', '2026-11-23T09:00', '2026-11-23 09:00 11:00'],
  ])('at %s, opening %s: %s', (at, opensAt, expected) => {
    const { date, from, to, zone } = firstWindow(local(at), opensAt === null ? null : local(opensAt));
    expect(`${date} ${from} ${to}`).toBe(expected);
    expect(zone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });

  test('may always be asked for', () => {
    for (let hour = 0; hour < 48; hour += 0.25) {
      const at = now + hour * 3_600_000;
      expect(windowErrors(firstWindow(at, null), at)).toEqual({});
    }
  });
});

describe('windowErrors', () => {
  const command = { date: '2026-11-20', from: '12:00', to: '14:00', zone: 'UTC' };
  test.each([
    [{ date: '' }, 'date'],
    [{ date: '2026-11-19' }, 'date'],
    [{ from: '' }, 'from'],
    [{ to: '' }, 'to'],
    [{ to: '12:00' }, 'to'],
    [{ from: '08:00', to: '10:00' }, 'to'],
  ])('%j is wrong at %s', (change, field) => {
    expect(Object.keys(windowErrors({ ...command, ...change }, now))).toEqual([field]);
  });
});
