import { describe, expect, test } from 'vitest';
import { waitWords } from './wait-words.ts';

const words = (low: number, high: number) =>
  waitWords({ lowMs: low * 60_000, expectedMs: low * 60_000, highMs: high * 60_000 });

describe('waitWords', () => {
  test.each([
    [0, 0, 'less than a minute'],
    [0.1, 0.9, 'less than a minute'],
    [0.5, 3.2, 'up to 4 minutes'],
    [2.3, 4.2, 'about 2 to 5 minutes'],
    [3, 3, 'about 3 minutes'],
    [1, 1.2, 'about 1 to 2 minutes'],
    [12, 21, 'about 10 to 25 minutes'],
    [61, 90, 'more than an hour'],
  ])('from %d to %d minutes: %s', (low, high, expected) => {
    expect(words(low, high)).toBe(expected);
  });

  test('says nothing where nobody can say', () => {
    expect(waitWords(null)).toBe('');
  });
});
