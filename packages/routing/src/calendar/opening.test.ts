import { describe, expect, test } from 'vitest';
import { type Calendar, parseCalendar } from './calendar.ts';
import { calendarsNamed, opennessAt } from './calendars.ts';
import { holidaysAt, isOpen, nextChange, nextOpening, openSpans, opensAt } from './opening.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const everyDay = [...weekdays, 'saturday', 'sunday'];

/** A calendar in Berlin, unless it says otherwise. */
function calendar(entries: Record<string, unknown>): Calendar {
  const parsed = parseCalendar({ zone: 'Europe/Berlin', ...entries });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.calendar;
}

/** An instant from ISO text with an offset. */
const at = (text: string) => Date.parse(text);
const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

/** Open spans between two instants, as ISO texts. */
const spans = (hours: Calendar | Calendar[], from: string, to: string) =>
  openSpans(hours, at(from), at(to)).map(span => [iso(span.from), iso(span.to)]);

const office = calendar({
  hours: [
    { days: weekdays, from: '08:00', to: '12:00' },
    { days: weekdays, from: '13:00', to: '18:00' },
  ],
});

describe('hours', () => {
  test('C1 several spans a day, open at the start and closed at the end', () => {
    expect(isOpen(office, at('2026-01-12T07:59:59.999+01:00'))).toBe(false);
    expect(isOpen(office, at('2026-01-12T08:00+01:00'))).toBe(true);
    expect(isOpen(office, at('2026-01-12T11:59:59.999+01:00'))).toBe(true);
    expect(isOpen(office, at('2026-01-12T12:00+01:00'))).toBe(false);
    expect(isOpen(office, at('2026-01-12T13:00+01:00'))).toBe(true);
    expect(isOpen(office, at('2026-01-12T18:00+01:00'))).toBe(false);
    expect(isOpen(office, at('2026-01-17T10:00+01:00'))).toBe(false);
  });

  test('C1 spans that touch or overlap are one, over midnight too', () => {
    const touching = calendar({
      hours: [
        { days: ['monday'], from: '20:00', to: '24:00' },
        { days: ['tuesday'], from: '00:00', to: '04:00' },
        { days: ['tuesday'], from: '03:00', to: '05:00' },
      ],
    });
    expect(spans(touching, '2026-01-12T00:00Z', '2026-01-14T00:00Z')).toEqual([
      ['2026-01-12T19:00:00.000Z', '2026-01-13T04:00:00.000Z'],
    ]);
  });

  test('C1 the hours of 2126 are those of 2026: no recurrence runs out', () => {
    expect(iso(nextOpening(office, at('2126-01-12T12:30+01:00')))).toBe('2126-01-14T07:00:00.000Z');
    const fortnight = calendar({
      openings: [
        { name: 'Saturday', on: { type: 'interval', start: '2026-01-03', days: 14 }, from: '10:00', to: '11:00' },
      ],
    });
    expect(iso(nextOpening(fortnight, at('2076-01-01T00:00Z')))).toBe('2076-01-11T09:00:00.000Z');
  });

  test('C2 an overnight span belongs to the day on which it begins', () => {
    const night = calendar({ hours: [{ days: ['friday'], from: '22:00', to: '06:00', overnight: true }] });
    expect(spans(night, '2026-01-12T00:00Z', '2026-01-19T00:00Z')).toEqual([
      ['2026-01-16T21:00:00.000Z', '2026-01-17T05:00:00.000Z'],
    ]);
    expect(isOpen(night, at('2026-01-16T05:59+01:00'))).toBe(false);
    expect(isOpen(night, at('2026-01-17T05:59+01:00'))).toBe(true);
  });

  test('C2 an overnight span may last a whole day', () => {
    const shift = calendar({ hours: [{ days: ['friday'], from: '08:00', to: '08:00', overnight: true }] });
    expect(spans(shift, '2026-01-12T00:00Z', '2026-01-19T00:00Z')).toEqual([
      ['2026-01-16T07:00:00.000Z', '2026-01-17T07:00:00.000Z'],
    ]);
  });
});

describe('holidays and openings', () => {
  const nights = { days: everyDay, from: '22:00', to: '06:00', overnight: true };

  test('C3 a holiday closes from midnight to midnight, in the middle of two shifts', () => {
    const night = calendar({
      hours: [nights],
      holidays: [{ name: 'Christmas', on: { type: 'day-of-month', month: 12, day: 25 } }],
    });
    expect(spans(night, '2026-12-24T12:00+01:00', '2026-12-26T12:00+01:00')).toEqual([
      ['2026-12-24T21:00:00.000Z', '2026-12-24T23:00:00.000Z'],
      ['2026-12-25T23:00:00.000Z', '2026-12-26T05:00:00.000Z'],
    ]);
  });

  test('C3 part of a day, and a night', () => {
    const holidays = [
      { name: 'Christmas Eve', on: { type: 'date', date: '2026-12-24' }, from: '14:00' },
      { name: 'Moving', on: { type: 'date', date: '2026-12-28' }, from: '17:00', to: '09:00', overnight: true },
    ];
    const hours = [{ days: weekdays, from: '08:00', to: '18:00' }];
    const closing = calendar({ hours, holidays });
    expect(spans(closing, '2026-12-24T00:00Z', '2026-12-25T00:00Z')).toEqual([
      ['2026-12-24T07:00:00.000Z', '2026-12-24T13:00:00.000Z'],
    ]);
    expect(spans(closing, '2026-12-28T00:00Z', '2026-12-30T00:00Z')).toEqual([
      ['2026-12-28T07:00:00.000Z', '2026-12-28T16:00:00.000Z'],
      ['2026-12-29T08:00:00.000Z', '2026-12-29T17:00:00.000Z'],
    ]);
  });

  test('C4 an opening beats a holiday, a holiday beats the weekly hours', () => {
    const shop = calendar({
      hours: [{ days: weekdays, from: '08:00', to: '18:00' }],
      holidays: [{ name: 'Works holiday', on: { type: 'date', date: '2026-07-01', through: '2026-07-31' } }],
      openings: [{ name: 'Emergency desk', on: { type: 'date', date: '2026-07-08' }, from: '10:00', to: '12:00' }],
    });
    expect(spans(shop, '2026-06-30T22:00Z', '2026-08-01T00:00Z')).toEqual([
      ['2026-07-08T08:00:00.000Z', '2026-07-08T10:00:00.000Z'],
    ]);
    expect(iso(nextOpening(shop, at('2026-07-08T12:00+02:00')))).toBe('2026-08-03T06:00:00.000Z');
  });

  test('C6 an entry holds from its first to its last day', () => {
    const summer = calendar({
      hours: [
        { days: everyDay, from: '20:00', to: '02:00', overnight: true, since: '2026-06-01', until: '2026-06-02' },
      ],
    });
    expect(spans(summer, '2026-01-01T00:00Z', '2027-01-01T00:00Z')).toEqual([
      ['2026-06-01T18:00:00.000Z', '2026-06-02T00:00:00.000Z'],
      ['2026-06-02T18:00:00.000Z', '2026-06-03T00:00:00.000Z'],
    ]);
    expect(nextOpening(summer, at('2026-06-03T02:00+02:00'))).toBeNull();
  });
});

describe('changes of the clock', () => {
  test('C7 a shift is an hour shorter in spring and an hour longer in autumn', () => {
    const night = calendar({ hours: [{ days: everyDay, from: '22:00', to: '06:00', overnight: true }] });
    const lengths = ['2026-03-27', '2026-03-28', '2026-10-23', '2026-10-24'].map(date => {
      const [span] = openSpans(night, at(`${date}T15:00Z`), at(`${date}T15:00Z`) + 86_400_000);
      return span ? (span.to - span.from) / 3_600_000 : null;
    });
    expect(lengths).toEqual([8, 7, 8, 9]);
  });

  test('C7 an hour that is left out is no time at all', () => {
    const skipped = calendar({ hours: [{ days: ['sunday'], from: '02:10', to: '02:50' }] });
    expect(spans(skipped, '2026-03-28T12:00Z', '2026-03-30T00:00Z')).toEqual([]);
    const into = calendar({ hours: [{ days: ['sunday'], from: '02:10', to: '03:10' }] });
    expect(spans(into, '2026-03-28T12:00Z', '2026-03-30T00:00Z')).toEqual([
      ['2026-03-29T01:00:00.000Z', '2026-03-29T01:10:00.000Z'],
    ]);
  });

  test('C7 two spans apart by the hour left out are one', () => {
    const hours = [
      { days: ['sunday'], from: '01:00', to: '02:00' },
      { days: ['sunday'], from: '03:00', to: '04:00' },
    ];
    expect(spans(calendar({ hours }), '2026-03-28T12:00Z', '2026-03-30T00:00Z')).toEqual([
      ['2026-03-29T00:00:00.000Z', '2026-03-29T02:00:00.000Z'],
    ]);
  });

  test('C7 an hour that repeats opens once', () => {
    const first = calendar({ hours: [{ days: ['sunday'], from: '02:00', to: '02:30' }] });
    expect(spans(first, '2026-10-24T12:00Z', '2026-10-26T00:00Z')).toEqual([
      ['2026-10-25T00:00:00.000Z', '2026-10-25T00:30:00.000Z'],
    ]);
    const across = calendar({ hours: [{ days: ['sunday'], from: '02:30', to: '03:30' }] });
    expect(spans(across, '2026-10-24T12:00Z', '2026-10-26T00:00Z')).toEqual([
      ['2026-10-25T00:30:00.000Z', '2026-10-25T02:30:00.000Z'],
    ]);
  });

  test('C7 a whole day that is left out is no day', () => {
    // Samoa went from 29 to 31 December 2011.
    const samoa = calendar({ zone: 'Pacific/Apia', hours: [{ days: everyDay, from: '09:00', to: '17:00' }] });
    expect(spans(samoa, '2011-12-29T00:00-10:00', '2012-01-01T00:00+14:00')).toEqual([
      ['2011-12-29T19:00:00.000Z', '2011-12-30T03:00:00.000Z'],
      ['2011-12-30T19:00:00.000Z', '2011-12-31T03:00:00.000Z'],
    ]);
    // Twenty-four hours from noon to noon, two dates on.
    expect(spans(samoa, '2011-12-29T12:00-10:00', '2011-12-31T12:00+14:00')).toEqual([
      ['2011-12-29T22:00:00.000Z', '2011-12-30T03:00:00.000Z'],
      ['2011-12-30T19:00:00.000Z', '2011-12-30T22:00:00.000Z'],
    ]);
  });
});

describe('asking', () => {
  test('C8 the next opening is now while it is open', () => {
    const now = at('2026-01-12T09:00+01:00');
    expect(nextOpening(office, now)).toBe(now);
    expect(iso(nextOpening(office, at('2026-01-16T18:00+01:00')))).toBe('2026-01-19T07:00:00.000Z');
  });

  test('C8 the next change is strictly later', () => {
    expect(iso(nextChange(office, at('2026-01-12T08:00+01:00')))).toBe('2026-01-12T11:00:00.000Z');
    expect(iso(nextChange(office, at('2026-01-12T12:00+01:00')))).toBe('2026-01-12T12:00:00.000Z');
  });

  test('C8 never is null', () => {
    const always = calendar({ hours: [{ days: everyDay, from: '00:00', to: '24:00' }] });
    const now = at('2026-01-12T09:00+01:00');
    expect(nextOpening(always, now)).toBe(now);
    expect(nextChange(always, now)).toBeNull();
    expect(nextOpening(calendar({}), now)).toBeNull();
    expect(nextChange(calendar({}), now)).toBeNull();
  });

  test('C8 29 February over 2100 is not never', () => {
    const on = { type: 'day-of-month', month: 2, day: 29 };
    const leap = calendar({ openings: [{ name: 'Leap day', on, from: '10:00', to: '11:00' }] });
    expect(iso(nextOpening(leap, at('2096-03-01T00:00Z')))).toBe('2104-02-29T09:00:00.000Z');
  });

  test('C9 several calendars are open when all are, each on its own clock', () => {
    const hours = [{ days: weekdays, from: '09:00', to: '17:00' }];
    const both = [calendar({ hours }), calendar({ zone: 'America/New_York', hours })];
    expect(spans(both, '2026-01-12T00:00Z', '2026-01-13T00:00Z')).toEqual([
      ['2026-01-12T14:00:00.000Z', '2026-01-12T16:00:00.000Z'],
    ]);
    // America changes its clock three weeks earlier: the overlap is an hour longer.
    expect(spans(both, '2026-03-09T00:00Z', '2026-03-10T00:00Z')).toEqual([
      ['2026-03-09T13:00:00.000Z', '2026-03-09T16:00:00.000Z'],
    ]);
    expect(iso(nextChange(both, at('2026-01-12T16:00Z')))).toBe('2026-01-13T14:00:00.000Z');
  });

  test('C9 calendars that never meet never open; no calendar is always open', () => {
    const monday = calendar({ hours: [{ days: ['monday'], from: '09:00', to: '17:00' }] });
    const tuesday = calendar({ hours: [{ days: ['tuesday'], from: '09:00', to: '17:00' }] });
    expect(nextOpening([monday, tuesday], 0)).toBeNull();
    expect(isOpen([], 0)).toBe(true);
    expect(nextChange([], 0)).toBeNull();
  });

  test('C9 calendars are found by id; one that is not there is an error', () => {
    const calendars = { office, nights: calendar({}) };
    expect(calendarsNamed(calendars, 'nights', undefined, null, 'nights')).toEqual([calendars.nights]);
    expect(calendarsNamed(calendars, 'nights', 'office')).toEqual([calendars.nights, office]);
    expect(() => calendarsNamed(calendars, 'nigths')).toThrow('There is no calendar "nigths"');
    expect(() => calendarsNamed(calendars, 'constructor')).toThrow('There is no calendar "constructor"');
    expect(opennessAt(calendars, at('2026-01-12T09:00+01:00'))).toEqual({ office: true, nights: false });
  });

  test('C10 the next opening on the clock of the visitor', () => {
    const now = at('2026-01-16T18:00+01:00');
    expect(opensAt(office, now, 'Asia/Tokyo')).toEqual({
      instant: at('2026-01-19T08:00+01:00'),
      zone: 'Asia/Tokyo',
      date: '2026-01-19',
      time: '16:00',
      weekday: 'monday',
      daysAhead: 2,
    });
    expect(opensAt(office, now, 'America/Los_Angeles')).toMatchObject({
      date: '2026-01-18',
      time: '23:00',
      daysAhead: 2,
    });
    expect(opensAt(office, now, 'Not/AZone')).toMatchObject({ zone: 'Europe/Berlin', time: '08:00', daysAhead: 3 });
    expect(opensAt(calendar({}), now, 'Asia/Tokyo')).toBeNull();
  });

  test('C10 the holiday in force has a name', () => {
    const holidays = [{ name: 'Good Friday', on: { type: 'easter', offset: -2 } }];
    const closed = calendar({ holidays });
    expect(holidaysAt(closed, at('2026-04-03T00:00+02:00'))).toEqual(['Good Friday']);
    expect(holidaysAt([closed], at('2026-04-04T00:00+02:00'))).toEqual([]);
    expect(holidaysAt(closed, at('2026-04-02T23:59+02:00'))).toEqual([]);
  });

  test('C7 C10 a holiday that has begun goes on while its eve repeats', () => {
    // At one minute past midnight Newfoundland put its clock back by an hour, to the day before.
    const always = [{ days: everyDay, from: '00:00', to: '24:00' }];
    const holidays = [{ name: 'Sunday', on: { type: 'date', date: '2010-11-07' } }];
    const closed = calendar({ zone: 'America/St_Johns', hours: always, holidays });
    const midnight = at('2010-11-07T00:00-02:30');
    expect([-1, 0, 30, 61, 90].map(minutes => holidaysAt(closed, midnight + minutes * 60_000).length)).toEqual([
      0, 1, 1, 1, 1,
    ]);
    expect(nextChange(closed, midnight)).toBe(at('2010-11-08T00:00-03:30'));
  });
});
