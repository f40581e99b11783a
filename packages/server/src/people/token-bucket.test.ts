import { expect, test } from 'vitest';
import { SignInLimit } from './sign-in-limit.ts';
import { TokenBucket } from './token-bucket.ts';

test('so many at once, then so many a second, and never more than at once', () => {
  const bucket = new TokenBucket(3, 2);
  const takes = (now: number, times: number) => Array.from({ length: times }, () => bucket.take(now));
  expect(takes(1000, 4)).toEqual([true, true, true, false]);
  expect(takes(1499, 1)).toEqual([false]);
  expect(takes(2000, 3)).toEqual([true, true, false]);
  expect(takes(1_000_000, 4)).toEqual([true, true, true, false]);
});

test('attempts to sign in are counted per address and user name', () => {
  const limit = new SignInLimit(2, 60);
  expect([limit.take('a', 'anna', 0), limit.take('a', 'ANNA', 0), limit.take('a', 'anna', 0)]).toEqual([
    true,
    true,
    false,
  ]);
  expect(limit.take('b', 'anna', 0)).toBe(true);
  expect(limit.take('a', 'ben', 0)).toBe(true);
  expect(limit.take('a', 'anna', 1000)).toBe(true);
});

test('many names do not make it forget who is being held off', () => {
  const limit = new SignInLimit(1, 1);
  limit.take('a', 'anna', 0);
  for (let n = 0; n < 3000; n += 1) limit.take('a', `name-${n}`, 1);
  expect(limit.take('a', 'anna', 2)).toBe(false);
});
