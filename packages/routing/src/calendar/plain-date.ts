import * as v from 'valibot';
import { type Weekday, weekdayOf } from './weekday.ts';

const shape = /^\d{4}-\d{2}-\d{2}$/;

/** A date without a zone, `2026-12-24`. It must exist: 30 February is refused. */
export const PlainDate = v.pipe(
  v.string('a date such as 2026-12-24'),
  v.regex(shape, 'a date such as 2026-12-24'),
  // Only one of the two faults.
  v.check(text => !shape.test(text) || dateOf(dayOf(text)) === text, 'a date that exists'),
);
export type PlainDate = v.InferOutput<typeof PlainDate>;

/** A day taken apart. */
export interface DateParts {
  /** Days since 1 January 1970. */
  readonly epochDay: number;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  readonly weekday: Weekday;
}

/** Days since 1 January 1970 of a Gregorian date. Source: H. Hinnant, "chrono-compatible low-level date algorithms". */
export function epochDayOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `epochDayOf`; same source. */
export function datePartsOf(epochDay: number): DateParts {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    epochDay,
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
    weekday: weekdayOf(epochDay),
  };
}

/** Days since 1 January 1970. */
export function dayOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return epochDayOf(year, month, day);
}

export function dateOf(epochDay: number): string {
  const { year, month, day } = datePartsOf(epochDay);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return epochDayOf(nextYear, nextMonth, 1) - epochDayOf(year, month, 1);
}
