import type { LookupFunction } from 'node:net';
import { expect, test } from 'vitest';
import { isPublic, PrivateAddress, publicLookup } from './address-guard.ts';

test.each(['93.184.216.34', '1.1.1.1', '172.32.0.1', '2606:4700:4700::1111', '2a00:1450:4001::1'])(
  '%s is public',
  address => expect(isPublic(address)).toBe(true),
);

test.each([
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
  ],
  ...['192.0.2.1', '198.18.0.1', '203.0.113.9', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fe80::1%eth0'],
  ...['fd00::1', '::ffff:10.0.0.1', '::ffff:93.184.216.34', '64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', '2001::1'],
  ...['ff02::1', 'shop.example', ''],
])('%s is not', address => expect(isPublic(address)).toBe(false));

const found = (...addresses: readonly string[]): LookupFunction =>
  ((_: string, __: object, callback: (error: null, all: object) => void) =>
    callback(
      null,
      addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as LookupFunction;

const ask = (lookup: LookupFunction, all: boolean) =>
  new Promise(resolve => lookup('x.example', { all }, (error, address, family) => resolve(error ?? [address, family])));

test('a name leads to what is public of it, and nowhere where nothing is', async () => {
  const mixed = publicLookup(found('10.0.0.1', '93.184.216.34', '::1'));
  expect(await ask(mixed, false)).toEqual(['93.184.216.34', 4]);
  expect(await ask(mixed, true)).toEqual([[{ address: '93.184.216.34', family: 4 }], undefined]);
  expect(await ask(publicLookup(found('127.0.0.1', '::1')), true)).toBeInstanceOf(PrivateAddress);
  expect(await ask(publicLookup(found()), false)).toBeInstanceOf(PrivateAddress);
});
