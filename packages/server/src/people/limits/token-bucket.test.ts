import { expect, test } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

test('so many at once, then so many a second, and never more than at once', () => {
  const bucket = new TokenBucket(3, 2);
  const takes = (now: number, times: number) => Array.from({ length: times }, () => bucket.take(now));
  expect(takes(1000, 4)).toEqual([true, true, true, false]);
  expect(takes(1499, 1)).toEqual([false]);
  expect(takes(2000, 3)).toEqual([true, true, false]);
  expect(takes(1_000_000, 4)).toEqual([true, true, true, false]);
});

test('what is given back can be taken again, and is never more than at once', () => {
  const bucket = new TokenBucket(1, 0);
  bucket.giveBack();
  expect([bucket.take(0), bucket.has(0)]).toEqual([true, false]);
  bucket.giveBack();
  expect([bucket.has(0), bucket.take(0), bucket.take(0)]).toEqual([true, true, false]);
});
