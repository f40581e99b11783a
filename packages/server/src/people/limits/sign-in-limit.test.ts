import { expect, test } from 'vitest';
import { KeyedBuckets } from './keyed-buckets.ts';
import { SignInLimit } from './sign-in-limit.ts';

const times = (count: number, take: (index: number) => boolean) =>
  Array.from({ length: count }, (_, index) => take(index)).filter(Boolean).length;

test('attempts are counted per address and account', () => {
  const limit = new SignInLimit({ burst: 2, perMinute: 60 });
  const take = (address: string, username: string, now = 0) => limit.take({ address, username }, now);
  expect(times(3, () => take('192.0.2.1', 'anna'))).toBe(2);
  expect(take('192.0.2.2', 'anna')).toBe(true);
  expect(take('192.0.2.1', 'ben')).toBe(true);
  expect(take('192.0.2.1', 'anna', 1000)).toBe(true);
});

test('one account is not tried from everywhere, one address does not try everybody', () => {
  const limit = new SignInLimit({ burst: 2, perMinute: 1 });
  expect(times(50, n => limit.take({ address: `192.0.2.${n}`, username: 'anna' }, 0))).toBe(6);
  expect(times(50, n => limit.take({ address: '198.51.100.1', username: `name-${n}` }, 0))).toBe(20);
});

test('addresses of one IPv6 network are one address', () => {
  const limit = new SignInLimit({ burst: 2, perMinute: 1 });
  expect(times(9, n => limit.take({ address: `2001:db8::${n + 1}`, username: 'anna' }, 0))).toBe(2);
});

test('a right password does not count: a team behind one address begins its day', () => {
  const limit = new SignInLimit({ burst: 2, perMinute: 1 });
  const signIn = (n: number) => {
    const attempt = { address: '192.0.2.1', username: `agent-${n}` };
    const isAllowed = limit.take(attempt, 0);
    limit.succeeded(attempt);
    return isAllowed;
  };
  expect(times(500, signIn)).toBe(500);
});

test('who was here before is not locked out from elsewhere', () => {
  const limit = new SignInLimit({ burst: 2, perMinute: 1 });
  const anna = { address: '192.0.2.1', username: 'anna' };
  limit.take(anna, 0);
  limit.succeeded(anna);
  for (let n = 0; n < 50; n += 1) limit.take({ address: `198.51.100.${n}`, username: 'anna' }, 0);
  expect(limit.take({ ...anna, address: '203.0.113.9' }, 0)).toBe(false);
  expect(limit.take(anna, 0)).toBe(true);
});

test('memory is bounded, and who was held off last is remembered longest', () => {
  const buckets = new KeyedBuckets({ burst: 1, perMinute: 1, most: 100 });
  for (let n = 0; n < 1000; n += 1) {
    buckets.take(`name-${n}`, 0);
    buckets.take('anna', 0);
  }
  expect(buckets.size).toBe(100);
  expect(buckets.take('anna', 1)).toBe(false);
});
