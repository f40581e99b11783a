import type { FastifyInstance } from 'fastify';
import type { Config } from '../settings/config.ts';

/** Strict-Transport-Security (RFC 6797), where the site wants it: never over plain HTTP, where browsers must ignore it. */
export function addHsts(app: FastifyInstance, getConfig: () => Config): void {
  app.addHook('onSend', async (request, reply) => {
    const { hsts } = getConfig();
    if (!hsts || request.protocol !== 'https') return;
    const subDomains = hsts.includeSubDomains ? '; includeSubDomains' : '';
    reply.header('strict-transport-security', `max-age=${Math.floor(hsts.maxAgeMs / 1000)}${subDomains}`);
  });
}
