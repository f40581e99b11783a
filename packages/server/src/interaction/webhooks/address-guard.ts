import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** IANA's special-purpose addresses of IPv4. */
const special4 = new BlockList();
for (const network of [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24'],
  ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
]) {
  const [address = '', bits] = network.split('/');
  special4.addSubnet(address, Number(bits), 'ipv4');
}
/** Of IPv6 only what is given out is public, without what leads to IPv4 and what is for documentation. */
const given6 = new BlockList();
given6.addSubnet('2000::', 3, 'ipv6');
const special6 = new BlockList();
for (const [address, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special6.addSubnet(address, bits, 'ipv6');

/** Whether an address is one of the open Internet. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special4.check(address, 'ipv4');
  // Those with a zone are of one link.
  return family === 6 && !address.includes('%') && given6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
}

/** Nothing is sent to a private address. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

/**
 * Resolves a name to public addresses alone. The connection is made to what it answers: a name that says something else a
 * moment later leads nowhere.
 */
export const publicLookup =
  (lookup: LookupFunction = resolve as LookupFunction): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '');
      const all = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }];
      const open = all.filter(({ address }) => isPublic(address));
      const [first] = open;
      if (!first) return callback(new PrivateAddress(hostname), '');
      if (options.all) callback(null, open);
      else callback(null, first.address, first.family);
    });
  };
