import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parseCalendar } from './calendar.ts';
import { attemptInstants, nextAttempt } from './callback-attempt.ts';
import { CallbackRequest, callbackWindow } from './callback-window.ts';
import { faultsOf } from './fault.ts';
import { isOpen } from './opening.ts';

const at = (text: string) => Date.parse(text);
const hour = 3_600_000;

const parsed = parseCalendar({
  zone: 'Europe/Berlin',
  hours: [
    { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '09:00', to: '12:00' },
    { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '13:00', to: '17:00' },
  ],
});
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const office = parsed.calendar;

const request = (input: Record<string, unknown>) =>
  v.parse(CallbackRequest, { type: 'between', date: '2026-03-09', ...input });
const thrice = { attempts: 3, retryMs: 15 * 60_000 };
const before = at('2026-03-06T12:00Z');

describe('callback windows', () => {
  test('C12 a request on the clock of the customer, clipped to the opening hours', () => {
    const answer = callbackWindow(request({ zone: 'America/New_York', from: '06:00', to: '18:00' }), office, before);
    // New York is four hours behind UTC from 8 March on, Berlin one ahead.
    expect(answer).toEqual({
      ok: true,
      window: {
        from: at('2026-03-09T11:00+01:00'),
        until: at('2026-03-09T17:00+01:00'),
        timeZone: 'America/New_York',
      },
      openSpans: [
        { from: at('2026-03-09T11:00+01:00'), to: at('2026-03-09T12:00+01:00') },
        { from: at('2026-03-09T13:00+01:00'), to: at('2026-03-09T17:00+01:00') },
      ],
    });
  });

  test('C12 a part of the day, as configured', () => {
    const morning = request({ type: 'part-of-day', zone: 'Europe/Berlin', part: 'morning' });
    expect(callbackWindow(morning, office, before)).toMatchObject({ window: { from: at('2026-03-09T09:00+01:00') } });
    const hours = { from: '10:00', to: '11:00' };
    const parts = { morning: hours, afternoon: hours, evening: hours };
    expect(callbackWindow(morning, office, before, parts)).toMatchObject({
      window: { from: at('2026-03-09T10:00+01:00'), until: at('2026-03-09T11:00+01:00') },
    });
  });

  test('C12 what has begun is clipped to now; what has passed or is closed is refused', () => {
    const midday = request({ zone: 'Europe/Berlin', from: '11:00', to: '13:00' });
    const now = at('2026-03-09T11:20+01:00');
    expect(callbackWindow(midday, office, now)).toMatchObject({
      ok: true,
      window: { from: now, until: at('2026-03-09T12:00+01:00') },
    });
    expect(callbackWindow(midday, office, at('2026-03-09T12:00+01:00'))).toEqual({
      ok: false,
      code: 'closed',
      nextOpening: at('2026-03-09T13:00+01:00'),
    });
    expect(callbackWindow(midday, office, at('2026-03-09T18:00+01:00'))).toEqual({
      ok: false,
      code: 'passed',
      nextOpening: at('2026-03-10T09:00+01:00'),
    });
  });

  test('C12 a window is never wider than the request, is open at its start and was open before its end', () => {
    const zones = fc.constantFrom(
      'Asia/Tokyo',
      'America/St_Johns',
      'Europe/Berlin',
      'Pacific/Chatham',
      'Africa/Casablanca',
    );
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: 0, max: 364 }),
        fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 })).filter(([from, to]) => from < to),
        (zone, days, [from, to]) => {
          const date = new Date(Date.UTC(2026, 0, 1) + days * 24 * hour).toISOString().slice(0, 10);
          const time = (hours: number) => `${String(hours).padStart(2, '0')}:00`;
          const answer = callbackWindow(request({ zone, date, from: time(from), to: time(to) }), office, 0);
          if (!answer.ok) return;
          const { window } = answer;
          // A request is at most an hour longer than its times say, on a day that has 25.
          expect(window.until - window.from).toBeLessThanOrEqual((to - from + 1) * hour);
          expect(isOpen(office, window.from)).toBe(true);
          expect(isOpen(office, window.until - 1)).toBe(true);
          const shown = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(window.from);
          expect(shown).toBe(date);
        },
      ),
    );
  });

  test('C12 a request that is wrong names its fault', () => {
    const result = v.safeParse(CallbackRequest, {
      type: 'between',
      date: '2026-03-09',
      zone: 'UTC',
      from: '10:00',
      to: '09:00',
    });
    expect(faultsOf(result.issues ?? [])).toEqual([
      { path: 'to', expected: 'a time after `from`, on the same day', received: '"09:00"' },
    ]);
  });
});

describe('attempts', () => {
  const window = { from: at('2026-03-09T11:00+01:00'), until: at('2026-03-09T14:00+01:00') };

  test('C13 the first at once, then after a pause, while it is open', () => {
    expect(attemptInstants(window, { attempts: 4, retryMs: 45 * 60_000 }, office)).toEqual([
      at('2026-03-09T11:00+01:00'),
      at('2026-03-09T11:45+01:00'),
      at('2026-03-09T13:00+01:00'),
      at('2026-03-09T13:45+01:00'),
    ]);
  });

  test('C13 no more than configured, and none after the window', () => {
    expect(attemptInstants(window, { ...thrice, attempts: 2 }, office)).toHaveLength(2);
    expect(attemptInstants(window, { attempts: 20, retryMs: hour }, office)).toEqual([
      at('2026-03-09T11:00+01:00'),
      at('2026-03-09T13:00+01:00'),
    ]);
  });

  test('C13 in later opening hours if so configured', () => {
    expect(attemptInstants(window, { attempts: 3, retryMs: 24 * hour, within: 'calendar' }, office)).toEqual([
      at('2026-03-09T11:00+01:00'),
      at('2026-03-10T11:00+01:00'),
      at('2026-03-11T11:00+01:00'),
    ]);
  });

  test('C13 the pause counts from the end of an attempt; an attempt that is late is made now', () => {
    const progress = { window, attempts: 1, lastEndedAt: at('2026-03-09T11:10+01:00') };
    expect(nextAttempt(progress, thrice, office, at('2026-03-09T11:11+01:00'))).toBe(at('2026-03-09T11:25+01:00'));
    expect(nextAttempt(progress, thrice, office, at('2026-03-09T13:30+01:00'))).toBe(at('2026-03-09T13:30+01:00'));
    expect(nextAttempt(progress, thrice, office, at('2026-03-09T14:00+01:00'))).toBeNull();
    expect(nextAttempt({ ...progress, attempts: 3 }, thrice, office, window.from)).toBeNull();
  });
});
