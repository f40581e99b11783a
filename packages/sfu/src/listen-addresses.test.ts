import { expect, test } from 'vitest';
import { listenAddresses, listenInfos, ownAddresses } from './listen-addresses.ts';

const address = (ip: string, family: 'IPv4' | 'IPv6', internal = false) => ({
  address: ip,
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: null,
  internal,
  ...(family === 'IPv6' ? { family, scopeid: 0 } : { family }),
});

test('loopback first, then what other machines reach: no IPv6, nothing link-local, nothing internal', () => {
  const interfaces = {
    lo: [address('127.0.0.1', 'IPv4', true), address('::1', 'IPv6', true)],
    eth0: [address('192.168.1.20', 'IPv4'), address('fe80::1', 'IPv6')],
    usb0: [address('169.254.10.1', 'IPv4')],
  };
  expect(ownAddresses(interfaces)).toEqual(['127.0.0.1', '192.168.1.20']);
});

test('an announced address is the only one', () => {
  expect(listenAddresses('0.0.0.0', 'media.example.org', ['127.0.0.1'])).toEqual([
    { ip: '0.0.0.0', announcedAddress: 'media.example.org' },
  ]);
  expect(listenAddresses('10.0.0.5')).toEqual([{ ip: '10.0.0.5' }]);
});

test('UDP comes before TCP, and port 0 leaves the choice to the worker', () => {
  const addresses = [{ ip: '127.0.0.1' }, { ip: '10.0.0.5' }];
  expect(listenInfos(addresses, 44_400)).toEqual([
    { protocol: 'udp', ip: '127.0.0.1', port: 44_400 },
    { protocol: 'udp', ip: '10.0.0.5', port: 44_400 },
    { protocol: 'tcp', ip: '127.0.0.1', port: 44_400 },
    { protocol: 'tcp', ip: '10.0.0.5', port: 44_400 },
  ]);
  expect(listenInfos(addresses.slice(0, 1), 0)).toEqual([
    { protocol: 'udp', ip: '127.0.0.1' },
    { protocol: 'tcp', ip: '127.0.0.1' },
  ]);
});
