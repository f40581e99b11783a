import { BlockList, isIP } from 'node:net';
import * as v from 'valibot';

const expected = 'an address or a network like 10.0.0.0/8';

/** An address, or a network as `10.0.0.0/8`. */
export const Network = v.pipe(
  v.string(expected),
  v.check(text => {
    const [address = '', bits = '0', ...rest] = text.split('/');
    const most = isIP(address) === 6 ? 128 : 32;
    return rest.length === 0 && isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
  }, expected),
);

/** Whether an address is in one of these networks. An IPv4 address may come as an IPv6 one. */
export function isIn(networks: readonly string[], address: string): boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [net = '', bits] = network.split('/');
    const type = isIP(net) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(net, type);
    else list.addSubnet(net, Number(bits), type);
  }
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIP(bare) > 0 && list.check(bare, isIP(bare) === 6 ? 'ipv6' : 'ipv4');
}
