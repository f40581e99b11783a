import { networkInterfaces } from 'node:os';
import type { types } from 'mediasoup';

/** Loopback and the machine's own IPv4 addresses: a browser here or in the same network reaches one of them. */
export const ownAddresses = (interfaces = networkInterfaces()): string[] => [
  '127.0.0.1',
  ...Object.values(interfaces)
    .flatMap(addresses => addresses ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
    .map(({ address }) => address),
];

export interface ListenAddress {
  readonly ip: string;
  readonly announcedAddress?: string;
}

/**
 * `0.0.0.0` cannot be announced, so it is spelled out unless an address to announce is given. One socket for each address
 * also makes an answer leave from the address that was asked.
 */
export const listenAddresses = (
  listenIp = '0.0.0.0',
  announcedAddress?: string,
  own: readonly string[] = ownAddresses(),
): ListenAddress[] => {
  if (announcedAddress !== undefined) return [{ ip: listenIp, announcedAddress }];
  return (listenIp === '0.0.0.0' ? own : [listenIp]).map(ip => ({ ip }));
};

/** UDP first; TCP on the same port for networks that let no UDP out. Port 0: the worker picks. */
export const listenInfos = (addresses: readonly ListenAddress[], port: number): types.TransportListenInfo[] =>
  (['udp', 'tcp'] as const).flatMap(protocol =>
    addresses.map(address => ({ protocol, ...address, ...(port === 0 ? {} : { port }) })),
  );
