import { expect, test } from 'vitest';
import { median, quantile } from './statistics.ts';

test('median and p95 of an unsorted sample', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(quantile([...Array(21).keys()].reverse(), 0.95)).toBe(19);
});
