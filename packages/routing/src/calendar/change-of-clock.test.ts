import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Calendar, parseCalendar } from './calendar.ts';
import { isOpen, nextChange, nextOpening, openSpans } from './opening.ts';

// The oracle: every minute around a change, the clock read from Intl (not from Temporal), each rule applied to what the
// clock shows. It shares no arithmetic of dates, spans or zones with the calendar.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

interface Change {
  readonly zone: string;
  /** The first instant with the new offset. */
  readonly instant: number;
  /** How far the clock is put forward; negative: back. */
  readonly forwardMs: number;
}

interface Times {
  readonly from: number;
  readonly to: number;
}
type Shape = Readonly<Record<'hours' | 'holidays' | 'openings', readonly (Times & { days: readonly number[] })[]>>;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock shows, as the UTC instant that would show the same. */
function clockAt(zone: string, instant: number): number {
  const options: Intl.DateTimeFormatOptions = {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  };
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en-US', options);
  clocks.set(zone, clock);
  const [month = 0, dayOfMonth = 0, year = 0, hours = 0, minutes = 0] = clock.format(instant).split(/\D+/).map(Number);
  return Date.UTC(year, month - 1, dayOfMonth, hours, minutes);
}

/** All changes of all zones in 2026. */
const changes: readonly Change[] = Intl.supportedValuesOf('timeZone').flatMap(zone =>
  Array.from({ length: 73 }, (_, index) => Date.UTC(2026, 0, 1) + index * 5 * day).flatMap(before => {
    const forwardMs = offsetAt(zone, before + 5 * day) - offsetAt(zone, before);
    if (forwardMs === 0) return [];
    let [low, high] = [before, before + 5 * day];
    while (high - low > minute) {
      const middle = low + Math.floor((high - low) / 2 / minute) * minute;
      if (offsetAt(zone, middle) === offsetAt(zone, low)) low = middle;
      else high = middle;
    }
    return [{ zone, instant: high, forwardMs }];
  }),
);
const zones = [...new Set(changes.map(({ zone }) => zone))];

function offsetAt(zone: string, instant: number): number {
  return clockAt(zone, instant) - instant;
}

interface Minute {
  readonly instant: number;
  /** What the clock shows; while time repeats it stands still. */
  readonly clock: number;
}

/** Each minute from 36 hours before the change to 48 hours after it. */
const minutesAround = new Map<Change, readonly Minute[]>(
  changes.map(change => {
    let highest = -Infinity;
    const start = change.instant - 36 * hour;
    const minutes = Array.from({ length: 84 * 6 }, (_, index) => start + index * 10 * minute).flatMap(ten => {
      const clock = clockAt(change.zone, ten);
      // Between two readings that are ten minutes apart on the clock too, each minute is read off the first.
      const isSteady = clockAt(change.zone, ten + 10 * minute) === clock + 10 * minute;
      return Array.from({ length: 10 }, (_, index) => {
        const instant = ten + index * minute;
        highest = Math.max(highest, isSteady ? clock + index * minute : clockAt(change.zone, instant));
        return { instant, clock: highest };
      });
    });
    return [change, minutes];
  }),
);

/** Days are counted from the day on which the change happens, by the clock before it. */
function isShapeOpen(shape: Shape, firstDay: number, clock: number): boolean {
  const today = Math.floor((clock - firstDay) / day);
  const time = (clock - firstDay - today * day) / minute;
  const holds = ({ days, from, to }: Times & { days: readonly number[] }) =>
    to > from
      ? days.includes(today) && from <= time && time < to
      : (days.includes(today) && from <= time) || (days.includes(today - 1) && time < to);
  return shape.openings.some(holds) || (shape.hours.some(holds) && !shape.holidays.some(holds));
}

/** The same as a calendar. Hours name weekdays, so they come again a week later; the minutes looked at are fewer. */
function calendarOf(shape: Shape, zone: string, firstDay: number): Calendar {
  const times = ({ from, to }: Times) => ({ from: timeOf(from), to: timeOf(to), overnight: to <= from });
  const dates = (kind: 'holidays' | 'openings') =>
    shape[kind].flatMap(entry =>
      entry.days.map(index => ({
        name: 'special',
        on: { type: 'date', date: new Date(firstDay + index * day).toISOString().slice(0, 10) },
        ...times(entry),
      })),
    );
  const hours = shape.hours.map(entry => ({
    days: entry.days.map(index => weekdays[new Date(firstDay + index * day).getUTCDay()]),
    ...times(entry),
  }));
  const parsed = parseCalendar({
    zone,
    hours,
    holidays: dates('holidays'),
    openings: dates('openings'),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.calendar;
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

// Times near the changes, which come between 21:00 and 05:00, are as likely as all others together.
const time = fc.oneof(
  fc.integer({ min: 0, max: 1439 }),
  fc.integer({ min: 0, max: 48 }).map(n => (1260 + n * 10) % 1440),
);
const entry = fc.record({
  days: fc.uniqueArray(fc.integer({ min: -2, max: 3 }), { minLength: 1, maxLength: 4 }),
  from: time,
  to: time,
});
const overnightShift = fc.record({
  days: fc.constant([-2, -1, 0, 1, 2]),
  from: fc.integer({ min: 1200, max: 1439 }),
  to: fc.integer({ min: 0, max: 600 }),
});
const holidayInside = fc.record({
  days: fc.constantFrom([0], [-1], [-1, 0], [1]),
  from: fc.constant(0),
  to: fc.constant(0),
});
const shape: fc.Arbitrary<Shape> = fc.record({
  hours: fc.oneof(fc.tuple(overnightShift), fc.array(entry, { minLength: 1, maxLength: 3 })),
  holidays: fc.oneof(fc.constant([]), fc.tuple(holidayInside), fc.array(entry, { maxLength: 2 })),
  openings: fc.oneof(fc.constant([]), fc.array(entry, { maxLength: 2 })),
});

describe(`over all ${zones.length} zones with a change of the clock, ${changes.length} changes`, () => {
  test('C7 C8 open, next opening and next change are what a clock read minute by minute tells', () => {
    expect(zones.length).toBeGreaterThan(100);
    for (const change of changes) {
      const minutes = minutesAround.get(change) ?? [];
      const before = clockAt(change.zone, change.instant - minute);
      const firstDay = before - (before % day);
      fc.assert(
        fc.property(
          shape,
          fc.array(fc.nat({ max: minutes.length - 1 }), { minLength: 6, maxLength: 6 }),
          (any, picks) => {
            const calendar = calendarOf(any, change.zone, firstDay);
            const open = minutes.map(({ clock }) => isShapeOpen(any, firstDay, clock));
            const flips = open.flatMap((is, index) => (index > 0 && is !== open[index - 1] ? [index] : []));
            const around = flips.flatMap(index => [index - 1, index]);
            for (const index of [...picks, ...around]) {
              const now = minutes[index]?.instant ?? 0;
              const where = `${change.zone} ${new Date(now).toISOString()}`;
              expect(isOpen(calendar, now), where).toBe(open[index]);
              const opening = nextOpening(calendar, now);
              const expected = open.indexOf(true, index);
              if (expected !== -1) expect(opening, where).toBe(minutes[expected]?.instant);
              else expect(opening ?? Infinity, where).toBeGreaterThan(minutes.at(-1)?.instant ?? 0);
              const changesAt = nextChange(calendar, now);
              const flip = flips.find(candidate => candidate > index);
              if (flip !== undefined) expect(changesAt, where).toBe(minutes[flip]?.instant);
              else expect(changesAt ?? Infinity, where).toBeGreaterThan(minutes.at(-1)?.instant ?? 0);
            }
          },
        ),
        { numRuns: 4 },
      );
    }
  });

  test('C7 an overnight shift across the change is longer or shorter by just the change', () => {
    const night: Shape = { hours: [{ days: [-1, 0], from: 20 * 60, to: 8 * 60 }], holidays: [], openings: [] };
    const wrong = changes.filter(({ zone, instant, forwardMs }) => {
      const before = clockAt(zone, instant - minute);
      const calendar = calendarOf(night, zone, before - (before % day));
      const span = openSpans(calendar, instant - 13 * hour, instant + 13 * hour).find(
        ({ from, to }) => from < instant && instant < to,
      );
      return span === undefined || span.to - span.from !== 12 * hour - forwardMs;
    });
    expect(wrong).toEqual([]);
  });

  test('C3 C7 a holiday on the day of the change closes from midnight to midnight, whatever the shift', () => {
    const always: Shape = {
      hours: [{ days: [-2, -1, 0, 1, 2], from: 0, to: 0 }],
      holidays: [{ days: [0], from: 0, to: 0 }],
      openings: [],
    };
    const wrong = changes.filter(change => {
      const before = clockAt(change.zone, change.instant - minute);
      const firstDay = before - (before % day);
      const calendar = calendarOf(always, change.zone, firstDay);
      const closed = (minutesAround.get(change) ?? []).filter(
        ({ clock }) => firstDay <= clock && clock < firstDay + day,
      );
      const [first, last] = [closed[0]?.instant ?? 0, closed.at(-1)?.instant ?? 0];
      return nextChange(calendar, first - minute) !== first || nextOpening(calendar, first) !== last + minute;
    });
    expect(wrong).toEqual([]);
  });
});
