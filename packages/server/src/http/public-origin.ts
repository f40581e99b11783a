import type { FastifyRequest } from 'fastify';
import { isOwnHost } from '../process/own-names.ts';

/**
 * Where pages reach this server: as the site says, else as it was asked, as long as that is a name of this machine. Anybody
 * may write any name into a request; null then.
 */
export function publicOrigin(
  { protocol, host, hostname }: Pick<FastifyRequest, 'protocol' | 'host' | 'hostname'>,
  publicUrl: string | undefined,
): string | null {
  if (publicUrl !== undefined) return new URL(publicUrl).origin;
  return isOwnHost(hostname) ? `${protocol}://${host}` : null;
}
