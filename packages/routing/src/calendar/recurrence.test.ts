import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { easterOf } from './easter.ts';
import { dateOf, datePartsOf, dayOf } from './plain-date.ts';
import { Recurrence, recursOn } from './recurrence.ts';

/** The dates of a year on which it recurs. */
function datesIn(year: number, input: unknown): string[] {
  const recurrence = v.parse(Recurrence, input);
  const days = Array.from({ length: dayOf(`${year + 1}-01-01`) - dayOf(`${year}-01-01`) }, (_, day) => day);
  return days
    .map(day => datePartsOf(dayOf(`${year}-01-01`) + day))
    .filter(date => recursOn(recurrence, date))
    .map(({ epochDay }) => dateOf(epochDay).slice(5));
}

describe('recurrences', () => {
  test('C5 dates are those of the proleptic Gregorian calendar', () => {
    const wrong: string[] = [];
    for (let day = dayOf('1899-12-01'); day < dayOf('2400-03-05'); day += 1) {
      const expected = new Date(day * 86_400_000);
      const { year, month, day: dayOfMonth, weekday } = datePartsOf(day);
      const isRight =
        Date.UTC(year, month - 1, dayOfMonth) === expected.getTime() &&
        dayOfMonth === expected.getUTCDate() &&
        expected.toUTCString().toLowerCase().startsWith(weekday.slice(0, 3)) &&
        dateOf(day) === expected.toISOString().slice(0, 10) &&
        dayOf(dateOf(day)) === day;
      if (!isRight) wrong.push(expected.toISOString());
    }
    expect(wrong).toEqual([]);
  });

  test('C5 a date, and several in a row', () => {
    expect(datesIn(2026, { type: 'date', date: '2026-12-24' })).toEqual(['12-24']);
    expect(datesIn(2026, { type: 'date', date: '2026-12-30', through: '2027-01-02' })).toEqual(['12-30', '12-31']);
    expect(datesIn(2027, { type: 'date', date: '2026-12-30', through: '2027-01-02' })).toEqual(['01-01', '01-02']);
  });

  test('C5 a day of one month or of every month that has it', () => {
    expect(datesIn(2026, { type: 'day-of-month', month: 12, day: 25 })).toEqual(['12-25']);
    expect(datesIn(2026, { type: 'day-of-month', month: 2, day: 29 })).toEqual([]);
    expect(datesIn(2028, { type: 'day-of-month', month: 2, day: 29 })).toEqual(['02-29']);
    expect(datesIn(2026, { type: 'day-of-month', day: 31 })).toHaveLength(7);
  });

  test('C5 the nth or the last weekday of a month', () => {
    expect(datesIn(2026, { type: 'weekday-of-month', month: 11, weekday: 'thursday', nth: 4 })).toEqual(['11-26']);
    expect(datesIn(2026, { type: 'weekday-of-month', month: 5, weekday: 'monday', nth: -1 })).toEqual(['05-25']);
    expect(datesIn(2026, { type: 'weekday-of-month', weekday: 'monday', nth: 5 })).toEqual([
      '03-30',
      '06-29',
      '08-31',
      '11-30',
    ]);
    expect(datesIn(2026, { type: 'weekday-of-month', weekday: 'sunday', nth: 1 })).toHaveLength(12);
  });

  test('C5 days counted from Easter', () => {
    expect(datesIn(2026, { type: 'easter', offset: -2 })).toEqual(['04-03']);
    expect(datesIn(2026, { type: 'easter', offset: 39 })).toEqual(['05-14']);
    expect(datesIn(2026, { type: 'easter', offset: 1, church: 'eastern' })).toEqual(['04-13']);
  });

  test('C5 Easter Sundays of the tables', () => {
    const western = ['1818-03-22', '1943-04-25', '2000-04-23', '2024-03-31', '2025-04-20', '2026-04-05', '2038-04-25'];
    for (const date of western) expect(dateOf(easterOf(Number(date.slice(0, 4)), 'western'))).toBe(date);
    const eastern = ['2016-05-01', '2021-05-02', '2024-05-05', '2025-04-20', '2026-04-12', '2027-05-02'];
    for (const date of eastern) expect(dateOf(easterOf(Number(date.slice(0, 4)), 'eastern'))).toBe(date);
  });

  test('C5 every so many days, from the first on', () => {
    const fortnight = { type: 'interval', start: '2026-12-05', days: 14 };
    expect(datesIn(2026, fortnight)).toEqual(['12-05', '12-19']);
    expect(datesIn(2027, fortnight).slice(0, 2)).toEqual(['01-02', '01-16']);
    expect(datesIn(2025, fortnight)).toEqual([]);
  });
});
