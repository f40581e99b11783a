import type { FastifyRequest } from 'fastify';
import { isOwnHost } from '../settings/own-names.ts';

/**
 * Where pages reach this server: as the site says, else as it was asked, as long as that is a name of this machine. Anybody
 * may write any name into a request; null then.
 */
export function publicOrigin(
  { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>,
  publicUrl: string | undefined,
): string | null {
  if (publicUrl !== undefined) return new URL(publicUrl).origin;
  // Read as browsers will read it: in `localhost:1@evil.example` and `evil.example#.localhost` the host is evil.example.
  const asked = `${protocol}://${host}`;
  if (!URL.canParse(asked)) return null;
  const { origin, hostname, href } = new URL(asked);
  return href === `${origin}/` && isOwnHost(hostname) ? origin : null;
}
