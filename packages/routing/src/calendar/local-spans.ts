import type { Calendar } from './calendar.ts';
import { type DateParts, datePartsOf, dayOf } from './plain-date.ts';
import { minuteOf } from './plain-time.ts';
import { recursOn } from './recurrence.ts';
import { clipTo, type Span, unionOf, without } from './span.ts';

const dayMinutes = 1440;

interface Named {
  readonly name: string;
}

interface DaySpans {
  readonly hours: readonly Span[];
  readonly holidays: readonly Span[];
  readonly openings: readonly Span[];
}

/**
 * What is open from the first day up to before the last, day by day: in order, cut at midnight, in minutes since the
 * clock showed 1 January 1970, 00:00. Days count from there too. Each day costs O(entries of the calendar).
 */
export function* localSpans(calendar: Calendar, firstDay: number, endDay: number): Generator<Span> {
  let eve = spansOf(calendar, firstDay - 1);
  for (let day = firstDay; day < endDay; day += 1) {
    const today = spansOf(calendar, day);
    const hours = unionOf([...eve.hours, ...today.hours]);
    const open = [...without(hours, [...eve.holidays, ...today.holidays]), ...eve.openings, ...today.openings];
    yield* clipTo(unionOf(open), { from: day * dayMinutes, to: (day + 1) * dayMinutes });
    eve = today;
  }
}

/** Every holiday that begins on one of these days, with its name; in the same minutes. */
export function holidaySpans(calendar: Calendar, firstDay: number, endDay: number): readonly (Span & Named)[] {
  const days = Array.from({ length: endDay - firstDay }, (_, index) => datePartsOf(firstDay + index));
  return days.flatMap(date =>
    calendar.holidays
      .filter(entry => applies(entry, date) && recursOn(entry.on, date))
      .map(entry => ({ name: entry.name, ...spanOf(entry, date.epochDay) })),
  );
}

/** What begins on a day; it may end on the next. */
function spansOf({ hours, holidays, openings }: Calendar, day: number): DaySpans {
  const date = datePartsOf(day);
  return {
    hours: hours
      .filter(entry => entry.days.includes(date.weekday) && applies(entry, date))
      .map(entry => spanOf(entry, day)),
    holidays: holidays
      .filter(entry => applies(entry, date) && recursOn(entry.on, date))
      .map(entry => spanOf(entry, day)),
    openings: openings
      .filter(entry => applies(entry, date) && recursOn(entry.on, date))
      .map(entry => spanOf(entry, day)),
  };
}

const applies = ({ since, until }: { since?: string | undefined; until?: string | undefined }, date: DateParts) =>
  (since === undefined || dayOf(since) <= date.epochDay) && (until === undefined || date.epochDay <= dayOf(until));

function spanOf({ from, to, overnight }: { from: string; to: string; overnight: boolean }, day: number): Span {
  const midnight = day * dayMinutes;
  return { from: midnight + minuteOf(from), to: midnight + minuteOf(to) + (overnight ? dayMinutes : 0) };
}
