import { expect, test } from 'vitest';
import { take } from './claim.ts';

function storage() {
  const entries = new Map<string, string>();
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  };
}

test('of all pages that ask, one tells a step; the next step is told again', () => {
  const site = storage();
  const ask = (of: string, number: number) => [1, 2, 3].map(() => take(site, 'sound', { of, number }));
  expect(ask('interaction-1', 4)).toEqual([true, false, false]);
  expect(ask('interaction-1', 3)).toEqual([false, false, false]);
  expect(ask('interaction-1', 5)).toEqual([true, false, false]);
  expect(ask('interaction-2', 1)).toEqual([true, false, false]);
});

test('sound and notification are claimed for themselves', () => {
  const site = storage();
  expect(take(site, 'sound', { of: 'a', number: 1 })).toBe(true);
  expect(take(site, 'notice', { of: 'a', number: 1 })).toBe(true);
});
