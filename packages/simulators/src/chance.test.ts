import { describe, expect, test } from 'vitest';
import { between, createChance, nextArrivalMs } from './chance.ts';

describe('chance', () => {
  test('is the same for the same seed, and another for another', () => {
    const numbers = (seed: number) => Array.from({ length: 5 }, createChance(seed));
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
  });

  test('lets arrivals come as a Poisson process does', () => {
    const chance = createChance(3);
    const gaps = Array.from({ length: 50_000 }, () => nextArrivalMs(60, chance));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
    // Gaps of an exponential distribution: the deviation is the mean, and half of them are below ln 2 of it.
    expect(mean).toBeGreaterThan(980);
    expect(mean).toBeLessThan(1_020);
    expect(Math.sqrt(variance) / mean).toBeCloseTo(1, 1);
    expect(gaps.filter(gap => gap < mean * Math.LN2).length / gaps.length).toBeCloseTo(0.5, 1);
  });

  test('stays between two numbers', () => {
    const chance = createChance(1);
    const numbers = Array.from({ length: 1_000 }, () => between([3, 5], chance));
    expect([...new Set(numbers)].sort()).toEqual([3, 4, 5]);
  });
});
