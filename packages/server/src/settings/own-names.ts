import { hostname, networkInterfaces } from 'node:os';

/** What this machine is called, and its addresses. */
export function ownNames(): { readonly names: readonly string[]; readonly addresses: readonly string[] } {
  const all = Object.values(networkInterfaces()).flatMap(each => each?.map(one => one.address) ?? []);
  // A link-local address with a zone is no name.
  return { names: ['localhost', hostname()], addresses: all.filter(address => !address.includes('%')) };
}

/** Whether a host, without its port, is this machine by a name of its own. Names under `.localhost` are (RFC 6761). */
export function isOwnHost(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[|\]$/g, '');
  const { names, addresses } = ownNames();
  return bare.endsWith('.localhost') || [...names, ...addresses].some(name => name.toLowerCase() === bare);
}
