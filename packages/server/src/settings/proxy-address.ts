import proxyAddr from '@fastify/proxy-addr';
import * as v from 'valibot';

function isProxyAddress(address: string): boolean {
  try {
    proxyAddr.compile(address);
    return true;
  } catch {
    return false;
  }
}

/** A proxy, as `trustProxy` names it. */
export const ProxyAddress = v.pipe(
  v.string(),
  v.check(isProxyAddress, 'an address, a network like 10.0.0.0/8, loopback, linklocal or uniquelocal'),
);
