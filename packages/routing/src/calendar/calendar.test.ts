import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parseCalendar } from './calendar.ts';
import { Calendars } from './calendars.ts';
import { faultsOf } from './fault.ts';
import { isZone, zoneOf } from './zone.ts';

const right = { zone: 'Europe/Berlin' };

/** The faults of a calendar as lines: `path: expected`. */
function faults(entries: Record<string, unknown>): string[] {
  const parsed = parseCalendar({ ...right, ...entries });
  return parsed.ok ? [] : parsed.faults.map(({ path, expected }) => `${path}: ${expected}`);
}

describe('faults of a calendar', () => {
  test('C11 what is left out is filled in', () => {
    const holidays = [{ name: 'New Year', on: { type: 'day-of-month', month: 1, day: 1 } }];
    expect(parseCalendar({ ...right, holidays })).toEqual({
      ok: true,
      calendar: {
        ...right,
        hours: [],
        holidays: [{ ...holidays[0], from: '00:00', to: '24:00', overnight: false }],
        openings: [],
      },
    });
  });

  test('C11 an end that precedes its start', () => {
    const days = ['monday'];
    const hours = [
      { days, from: '08:00', to: '18:00' },
      { days, from: '22:00', to: '06:00' },
      { days, from: '08:00', to: '08:00' },
    ];
    const on = { type: 'date', date: '2026-12-24' };
    expect(faults({ hours })).toEqual([
      'hours.1.to: a time after 22:00, or `overnight: true` for an end on the next day',
      'hours.2.to: a time after 08:00, or `overnight: true` for an end on the next day',
    ]);
    expect(faults({ holidays: [{ name: 'Eve', on, from: '14:00', to: '12:00' }] })).toEqual([
      'holidays.0.to: a time after 14:00, or `overnight: true` for an end on the next day',
    ]);
    expect(faults({ openings: [{ name: 'Eve', on, from: '14:00', to: '12:00' }] })).toEqual([
      'openings.0.to: a time after 14:00, or `overnight: true` for an end on the next day',
    ]);
    expect(faults({ hours: [{ days, from: '22:00', to: '06:00', overnight: true }] })).toEqual([]);
  });

  test('C11 more than 24 hours', () => {
    expect(faults({ hours: [{ days: ['monday'], from: '08:00', to: '08:01', overnight: true }] })).toEqual([
      'hours.0.to: a time not after 08:00: an overnight span lasts at most 24 hours',
    ]);
  });

  test('C11 a zone that is none, offsets and instants included', () => {
    for (const zone of ['Mars/Olympus', '+02:00', '', '2026-01-01T00:00Z[Europe/Berlin]', 'Europe/Berlin\n']) {
      expect(faults({ zone })).toEqual(['zone: a time zone by its IANA name, such as Europe/Berlin']);
    }
    expect(faults({ zone: 7 })).toEqual(['zone: a time zone such as Europe/Berlin']);
    expect(Intl.supportedValuesOf('timeZone').filter(zone => !isZone(zone))).toEqual([]);
    expect(() => zoneOf('Mars/Olympus')).toThrow(RangeError);
    expect(zoneOf('europe/berlin')).toBe(zoneOf('Europe/Berlin'));
  });

  test('C11 a date that is impossible', () => {
    const holiday = (on: object) => faults({ holidays: [{ name: 'Some day', on }] });
    expect(holiday({ type: 'date', date: '2026-02-29' })).toEqual(['holidays.0.on.date: a date that exists']);
    expect(holiday({ type: 'date', date: '24.12.2026' })).toEqual(['holidays.0.on.date: a date such as 2026-12-24']);
    expect(holiday({ type: 'date', date: '2026-12-24', through: '2026-12-23' })).toEqual([
      'holidays.0.on.through: a date not before `date`',
    ]);
    expect(holiday({ type: 'day-of-month', month: 4, day: 31 })).toEqual([
      'holidays.0.on.day: a day that the month has',
    ]);
    expect(holiday({ type: 'day-of-month', month: 2, day: 29 })).toEqual([]);
    expect(holiday({ type: 'weekday-of-month', weekday: 'monday', nth: 0 })).toEqual([
      'holidays.0.on.nth: which one: 1 is the first, -1 is the last',
    ]);
    expect(holiday({ type: 'lunar' })).toEqual([
      'holidays.0.on.type: one of date, day-of-month, weekday-of-month, easter, interval',
    ]);
    expect(
      faults({ hours: [{ days: ['monday'], from: '08:00', to: '09:00', since: '2026-02-02', until: '2026-02-01' }] }),
    ).toEqual(['hours.0.until: a date not before 2026-02-02']);
  });

  test('C11 every fault at once, and keys that do not exist', () => {
    expect(
      faults({
        zone: 'X',
        hour: [],
        hours: [
          { days: [], from: '8:00', to: '25:00' },
          { from: '08:00', to: '09:00' },
        ],
      }),
    ).toEqual([
      'zone: a time zone by its IANA name, such as Europe/Berlin',
      'hours.0.days: at least one weekday',
      'hours.0.from: a time from 00:00 to 24:00',
      'hours.0.to: a time from 00:00 to 24:00',
      'hours.1.days: a value',
      'hour: no such key',
    ]);
    expect(parseCalendar('office')).toMatchObject({ ok: false, faults: [{ path: '', received: '"office"' }] });
  });

  test('C11 the path begins with the id of the calendar', () => {
    const result = v.safeParse(Calendars, { office: right, nights: { ...right, zone: 'Nowhere' }, 'no id': right });
    expect(faultsOf(result.issues ?? [])).toEqual([
      { path: 'nights.zone', expected: 'a time zone by its IANA name, such as Europe/Berlin', received: '"Nowhere"' },
      { path: 'no id', expected: 'an id of 1 to 64 letters, digits, "-" and "_"', received: '"no id"' },
    ]);
  });
});
