import { describe, expect, test } from 'vitest';
import { dayName, shortMoment, spanOf, stopwatch } from './moment.ts';

const noon = new Date(2026, 2, 10, 12).getTime();
const minute = 60_000;
const hour = 60 * minute;

describe('moment', () => {
  test('tells a time relative to now for an hour, then as the time of day', () => {
    expect(shortMoment(noon, noon + 59_000)).toBe('now');
    expect(shortMoment(noon, noon + minute)).toBe('1 min ago');
    expect(shortMoment(noon, noon + 59 * minute)).toBe('59 min ago');
    expect(shortMoment(noon, noon + hour)).toMatch(/12/);
  });

  test('a clock that is behind the server does not say what is to come', () => {
    expect(shortMoment(noon + 5000, noon)).toBe('now');
  });

  test('names the days', () => {
    expect(dayName(noon, noon + 11 * hour)).toBe('Today');
    expect(dayName(noon, noon + 13 * hour)).toBe('Yesterday');
    expect(dayName(noon, noon + 48 * hour)).toMatch(/10/);
    expect(dayName(noon, noon + 400 * 24 * hour)).toMatch(/2026/);
  });

  test('says a span as a person does', () => {
    expect([0, 45_000, minute, 200_000, hour, 65 * minute].map(spanOf)).toEqual([
      '0 s',
      '45 s',
      '1 min',
      '3 min 20 s',
      '1 h',
      '1 h 5 min',
    ]);
  });

  test('runs a stopwatch', () => {
    expect([-5, 7000, 750_000, 3_729_000].map(stopwatch)).toEqual(['0:00', '0:07', '12:30', '1:02:09']);
  });
});
