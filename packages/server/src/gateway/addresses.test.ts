import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { networkOf } from './network-of.ts';
import { PeerAddress } from './peer-address.ts';
import { RateLimit } from './rate-limit.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:0:1::5', '2001:db8:0:1::/64'],
  ['2001:db8:0:1:ffff:ffff:ffff:ffff', '2001:db8:0:1::/64'],
  ['2001:db8:0:2::5', '2001:db8:0:2::/64'],
  ['', ''],
])('%j counts as %j', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

const request = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: forwarded ? { 'x-forwarded-for': forwarded } : {} }) as IncomingMessage;

test('what a stranger says of where it comes from counts for nothing', () => {
  const peers = new PeerAddress([]);
  expect(peers.of(request('127.0.0.1', '203.0.113.7'))).toBe('127.0.0.1');
  expect(peers.isIgnored(request('127.0.0.1', '203.0.113.7'))).toBe(true);
});

test('of a chain of proxies the first one that is not trusted is where it comes from', () => {
  const peers = new PeerAddress(['loopback', '10.0.0.0/8']);
  expect(peers.of(request('10.1.2.3', '198.51.100.9, 203.0.113.7, 10.9.9.9'))).toBe('203.0.113.7');
  expect(peers.of(request('::ffff:127.0.0.1', '203.0.113.7'))).toBe('203.0.113.7');
  expect(peers.of(request('192.0.2.1', '203.0.113.7'))).toBe('192.0.2.1');
  expect(peers.isIgnored(request('10.1.2.3', '203.0.113.7'))).toBe(false);
});

test('a rate limit forgets whom it need not remember', () => {
  const limit = new RateLimit(2, 60);
  for (let n = 0; n < 5_000; n += 1) expect(limit.take(`address ${n}`, n * 1_000)).toBe(true);
  expect(limit.size).toBeLessThan(1_100);
  const now = 6_000_000;
  expect([limit.take('one', now), limit.take('one', now), limit.take('one', now)]).toEqual([true, true, false]);
  expect(limit.take('one', now + 1_000)).toBe(true);
});
