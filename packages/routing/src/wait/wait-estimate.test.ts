import { expect, test } from 'vitest';
import { newStatistics, type ServiceStatistics } from './service-statistics.ts';
import { estimateWait, paceOf } from './wait-estimate.ts';

const estimate = (statistics: ServiceStatistics, places: number, ahead: number) => {
  const pace = paceOf(statistics, 60_000, places);
  return pace && estimateWait(pace, ahead);
};

const long = { ...newStatistics(0), handled: 1_000, handleMs: 1_000 * 60_000, starts: 1_000, placeMs: 1_000 * 60_000 };

test('without anybody leaving it is the mean and the range of a sum of exponential times', () => {
  const { expectedMs = 0, lowMs = 0, highMs = 0 } = estimate(long, 10, 9) ?? {};
  expect(expectedMs / 60_000).toBeCloseTo(1, 2);
  // Erlang(10): 10 % and 90 % points at 6.221 and 14.206 of 10.
  expect(lowMs / expectedMs).toBeCloseTo(0.622, 2);
  expect(highMs / expectedMs).toBeCloseTo(1.421, 2);
});

test('who may leave shortens the wait, exactly also far back', () => {
  const leaving = { ...long, left: 500, waitedMs: 500 * 120_000 };
  const served = 10 / 60_000;
  const theta = 500 / (500 * 120_000 + 600_000);
  for (const ahead of [0, 5, 24, 25, 200, 5_000]) {
    let mean = 0;
    for (let others = 0; others <= ahead; others += 1) mean += 1 / (served + others * theta);
    const expectedMs = estimate(leaving, 10, ahead)?.expectedMs ?? 0;
    expect(Math.abs(expectedMs / mean - 1)).toBeLessThan(0.001);
  }
});

test('few events make the range wide, and nobody there makes no estimate', () => {
  const known = estimate(long, 10, 50);
  const fresh = estimate(newStatistics(0), 10, 50);
  expect(fresh?.expectedMs).toBe(known?.expectedMs);
  expect((fresh?.highMs ?? 0) - (fresh?.lowMs ?? 0)).toBeGreaterThan(2 * ((known?.highMs ?? 0) - (known?.lowMs ?? 0)));
  expect(estimate(long, 0, 0)).toBeNull();
});
