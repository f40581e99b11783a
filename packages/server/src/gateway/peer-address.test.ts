import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { PeerAddress } from './peer-address.ts';

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
