import { expect, test } from 'vitest';
import { performanceScore } from './performance-score.ts';

test('Lighthouse’s own points: 90 at the first, 50 at the second, 100 where nothing is felt', () => {
  const at = (firstPaint: number, largestPaint: number, blocking: number, shift: number) =>
    performanceScore({ firstPaint, largestPaint, blocking, shift });
  expect(at(1_800, 2_500, 200, 0.1)).toBeCloseTo(90, 0);
  expect(at(3_000, 4_000, 600, 0.25)).toBeCloseTo(50, 0);
  expect(at(100, 100, 0, 0)).toBeCloseTo(100, 1);
  expect(at(60_000, 60_000, 60_000, 5)).toBeLessThan(1);
});
