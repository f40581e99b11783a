import { expect, test } from 'vitest';
import { EffectBudget } from './budget.ts';

const spend = (budget: EffectBudget, tookMs: number, fromMs: number, toMs: number): boolean => {
  let isExceeded = false;
  for (let now = fromMs; now < toMs; now += 100) isExceeded ||= budget.isExceeded(tookMs, now);
  return isExceeded;
};

test('three seconds over the budget make the picture smaller, a moment does not', () => {
  const budget = new EffectBudget();
  expect(spend(budget, 20, 0, 60_000)).toBe(false);
  expect(spend(budget, 200, 60_000, 62_500)).toBe(false);
  expect(spend(budget, 20, 62_500, 70_000)).toBe(false);
  expect(budget.maxHeight).toBe(540);
  expect(spend(budget, 200, 70_000, 74_000)).toBe(false);
  expect(budget.maxHeight).toBe(360);
});

test('the smallest may be slow, and ends only where nothing moves any more', () => {
  const budget = new EffectBudget();
  expect(spend(budget, 300, 0, 60_000)).toBe(false);
  expect(budget.maxHeight).toBe(160);
  expect(spend(budget, 2000, 60_000, 70_000)).toBe(true);
});
