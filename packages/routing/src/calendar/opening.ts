import type { Calendar } from './calendar.ts';
import { holidaySpans, localSpans } from './local-spans.ts';
import { dateOf } from './plain-date.ts';
import { timeOf } from './plain-time.ts';
import { clipTo, intersect, mergeTouching, type Span } from './span.ts';
import { type Weekday, weekdayOf } from './weekday.ts';
import { isZone, type Zone, zoneOf } from './zone.ts';

/**
 * One calendar, or several that must all be open: the queue's and the entry point's. An empty list is always open.
 * They may have different zones: instants are compared.
 */
export type Hours = Calendar | readonly Calendar[];

const minuteMs = 60_000;
const dayMs = 86_400_000;
// Ten years hold every recurrence at least once, 29 February over 2100 included (eight years).
const horizonDays = 3653;

/** Open at this instant (UTC ms)? O(entries). */
export function isOpen(hours: Hours, now: number): boolean {
  return openSpans(hours, now, now + 1).length > 0;
}

/**
 * The first instant (UTC ms) from now on at which it is open: now itself if it is. Null when it does not open within
 * ten years. Goes from day to day: O(days until then × entries), at most 3 653 days.
 */
export function nextOpening(hours: Hours, now: number): number | null {
  return firstSpan(hours, now)?.from ?? null;
}

/**
 * The first instant (UTC ms) after now at which open becomes closed or the reverse. Null when that does not happen
 * within ten years. Bounded like `nextOpening`.
 */
export function nextChange(hours: Hours, now: number): number | null {
  const span = firstSpan(hours, now);
  if (!span) return null;
  if (span.from > now) return span.from;
  return span.to === Infinity ? null : span.to;
}

/** What is open between two instants (UTC ms): in order, apart, cut at both. O(days between them × entries). */
export function openSpans(hours: Hours, from: number, to: number): readonly Span[] {
  if (to <= from) return [];
  const days = Math.ceil((to - from) / dayMs);
  return [...clipTo([...spansFrom(hours, from, days)], { from, to })];
}

/** The first of them; undefined when it is closed throughout. Looks no further than it must. */
export function firstOpenSpan(hours: Hours, from: number, to: number): Span | undefined {
  if (to <= from) return undefined;
  const { value } = spansFrom(hours, from, Math.ceil((to - from) / dayMs)).next();
  return value ? clipTo([value], { from, to })[0] : undefined;
}

/** The next opening as it is told to a visitor: parts, for the visitor's own words. */
export interface OpensAt {
  /** UTC ms. */
  readonly instant: number;
  readonly zone: string;
  /** Date, time and weekday as a clock in the zone shows them. */
  readonly date: string;
  readonly time: string;
  readonly weekday: Weekday;
  /** 0 is today in that zone, 1 tomorrow. */
  readonly daysAhead: number;
}

/** The next opening on the visitor's clock; on the calendar's own where the visitor's zone is none. Null: never. */
export function opensAt(hours: Hours, now: number, visitorZone: string): OpensAt | null {
  const instant = nextOpening(hours, now);
  if (instant === null) return null;
  const zone = zoneOf(isZone(visitorZone) ? visitorZone : (calendarsIn(hours)[0]?.zone ?? 'UTC'));
  const local = zone.localAt(instant);
  const day = Math.floor(local / dayMs);
  return {
    instant,
    zone: zone.name,
    date: dateOf(day),
    time: timeOf(Math.floor((local - day * dayMs) / minuteMs)),
    weekday: weekdayOf(day),
    daysAhead: day - Math.floor(zone.localAt(now) / dayMs),
  };
}

/** The names of the holidays that close at this instant (UTC ms), a special opening or not. O(holidays). */
export function holidaysAt(hours: Hours, now: number): readonly string[] {
  return calendarsIn(hours).flatMap(calendar => {
    const zone = zoneOf(calendar.zone);
    const day = Math.floor(zone.localAt(now) / dayMs);
    // The day after too: while midnight repeats, its holiday has begun.
    return holidaySpans(calendar, day - 1, day + 2)
      .filter(({ from, to }) => zone.instantOf(from * minuteMs) <= now && now < zone.instantOf(to * minuteMs))
      .map(({ name }) => name);
  });
}

function calendarsIn(hours: Hours): readonly Calendar[] {
  return 'zone' in hours ? [hours] : hours;
}

function firstSpan(hours: Hours, now: number): Span | undefined {
  return spansFrom(hours, now, horizonDays).next().value;
}

/** Open spans that end after `now`, cut at it; one that goes on for all the days has no end. */
function spansFrom(hours: Hours, now: number, days: number): Generator<Span> {
  return calendarsIn(hours).reduce(
    (spans, calendar) => intersect(spans, calendarSpans(calendar, now, days)),
    mergeTouching([{ from: now, to: Infinity }]),
  );
}

function* calendarSpans(calendar: Calendar, now: number, days: number): Generator<Span> {
  const zone = zoneOf(calendar.zone);
  const firstDay = Math.floor(zone.localAt(now) / dayMs);
  // One day for the rest of the first, one for a clock that was put back by up to a day.
  const endDay = firstDay + days + 2;
  // Joined before the zone is asked, so that being open around the clock costs no question per day; and again after,
  // because a change of the clock can close the gap between two spans.
  yield* mergeTouching(instantSpans(mergeTouching(localSpans(calendar, firstDay, endDay)), zone, endDay * dayMs));
}

/** Local minutes to instants. What lasts to the end of the days looked at has no end. */
function* instantSpans(spans: Iterable<Span>, zone: Zone, end: number): Generator<Span> {
  for (const { from, to } of spans) {
    yield {
      from: zone.instantOf(from * minuteMs),
      to: to * minuteMs === end ? Infinity : zone.instantOf(to * minuteMs),
    };
  }
}
