import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../settings/config.ts';

/** The element stands on pages of other sites too: those that may connect may read the answer. */
export function allowOrigin({ headers }: FastifyRequest, reply: FastifyReply, { origins }: Config): void {
  const { origin } = headers;
  if (!origins) reply.header('access-control-allow-origin', '*');
  else if (origin !== undefined && origins.includes(origin))
    reply.header('access-control-allow-origin', origin).header('vary', 'origin');
}
