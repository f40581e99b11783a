import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../settings/config.ts';

/** The element stands on pages of other sites too: those that may connect may read the answer. */
export function allowOrigin(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { origins }: Pick<Config, 'origins'>,
): void {
  const { origin } = headers;
  if (!origins) return void reply.header('access-control-allow-origin', '*');
  // A cache must not give one page's answer to another.
  reply.removeHeader('access-control-allow-origin').header('vary', 'origin');
  if (origin !== undefined && origins.includes(origin)) reply.header('access-control-allow-origin', origin);
}
