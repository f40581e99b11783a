import * as v from 'valibot';
import { Church, easterOf } from './easter.ts';
import { type DateParts, dayOf, daysInMonth, PlainDate } from './plain-date.ts';
import { Weekday } from './weekday.ts';

const integer = (least: number, most: number, what: string) => {
  const expected = `${what}: a whole number from ${least} to ${most}`;
  return v.pipe(v.number(expected), v.integer(expected), v.minValue(least, expected), v.maxValue(most, expected));
};
const Month = integer(1, 12, 'a month');
// In a leap year, so that 29 February may be named: it then comes in leap years only.
const hasDay = ({ month, day }: { month?: number | undefined; day: number }) =>
  month === undefined || day <= daysInMonth(2024, month);

/** Which days: on one date or several in a row, or again and again without an end. All fields are in local dates. */
export const Recurrence = v.variant(
  'type',
  [
    v.pipe(
      v.strictObject({
        type: v.literal('date'),
        date: PlainDate,
        /** The last day of several in a row, itself included. */
        through: v.optional(PlainDate),
      }),
      v.forward(
        v.partialCheck(
          [['date'], ['through']],
          ({ date, through }) => through === undefined || through >= date,
          'a date not before `date`',
        ),
        ['through'],
      ),
    ),
    v.pipe(
      v.strictObject({
        type: v.literal('day-of-month'),
        /** Absent: every month that has the day. */
        month: v.optional(Month),
        /** 29 February comes in leap years only. */
        day: integer(1, 31, 'a day of the month'),
      }),
      v.forward(v.partialCheck([['month'], ['day']], hasDay, 'a day that the month has'), ['day']),
    ),
    v.strictObject({
      type: v.literal('weekday-of-month'),
      /** Absent: every month. */
      month: v.optional(Month),
      weekday: Weekday,
      /** 1 is the first, -1 the last; a fifth comes only in months that have five. */
      nth: v.pipe(
        integer(-5, 5, 'which one'),
        v.check(nth => nth !== 0, 'which one: 1 is the first, -1 is the last'),
      ),
    }),
    v.strictObject({
      type: v.literal('easter'),
      /** Days from Easter Sunday: -2 is Good Friday, 39 Ascension, 50 Whit Monday. */
      offset: integer(-80, 200, 'days from Easter Sunday'),
      church: v.optional(Church, 'western'),
    }),
    v.strictObject({
      type: v.literal('interval'),
      /** The first day. */
      start: PlainDate,
      /** Then again after so many days, for ever: 14 is every second week. */
      days: integer(1, 3660, 'days from one to the next'),
    }),
  ],
  'one of date, day-of-month, weekday-of-month, easter, interval',
);
export type Recurrence = v.InferOutput<typeof Recurrence>;

/** Is this one of the days? O(1). */
export function recursOn(recurrence: Recurrence, date: DateParts): boolean {
  switch (recurrence.type) {
    case 'date': {
      const first = dayOf(recurrence.date);
      const last = recurrence.through === undefined ? first : dayOf(recurrence.through);
      return date.epochDay >= first && date.epochDay <= last;
    }
    case 'day-of-month':
      return date.day === recurrence.day && (recurrence.month ?? date.month) === date.month;
    case 'weekday-of-month':
      return (
        date.weekday === recurrence.weekday &&
        (recurrence.month ?? date.month) === date.month &&
        recurrence.nth === (recurrence.nth > 0 ? nthOfMonth(date.day) : -nthOfMonth(fromTheEnd(date)))
      );
    case 'easter':
      return date.epochDay === easterOf(date.year, recurrence.church) + recurrence.offset;
    case 'interval': {
      const since = date.epochDay - dayOf(recurrence.start);
      return since >= 0 && since % recurrence.days === 0;
    }
  }
}

const nthOfMonth = (day: number) => Math.floor((day - 1) / 7) + 1;
const fromTheEnd = ({ year, month, day }: DateParts) => daysInMonth(year, month) - day + 1;
