import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';

/** Where requests come from, as Fastify reads it too: what a proxy says counts only from proxies that are trusted. */
export class PeerAddress {
  readonly #isTrusted: (address: string) => boolean;

  /** Addresses, networks as `10.0.0.0/8`, or `loopback`, `linklocal` and `uniquelocal`. */
  constructor(trusted: readonly string[]) {
    const isTrusted = proxyAddr.compile([...trusted]);
    this.#isTrusted = address => isTrusted(address, 0);
  }

  of(request: IncomingMessage): string {
    return proxyAddr(request, this.#isTrusted) ?? '';
  }

  isProxy(address: string): boolean {
    return this.#isTrusted(address);
  }

  /** Does somebody say for whom it asks whom we do not trust? */
  isIgnored({ headers, socket }: IncomingMessage): boolean {
    return headers['x-forwarded-for'] !== undefined && !this.#isTrusted(socket.remoteAddress ?? '');
  }
}
