import { createHash, timingSafeEqual } from 'node:crypto';
import { failure } from '@eyeline/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../settings/config.ts';
import { isIn } from '../settings/network.ts';
import { apiSentences } from '../settings/sentences/api.ts';

const notShown = failure('not-allowed', apiSentences.statusNotShown);

/** A contact centre that is open, as machines see it. */
interface Running {
  readiness(): Promise<{ readonly ready: boolean }>;
  readonly metrics: { readonly contentType: string; text(): Promise<string> };
}

/** What machines ask: is it alive, can it work, how is it doing. Details are for whom the site names. */
export function addStatus(app: FastifyInstance, getRunning: () => Running | undefined, getConfig: () => Config): void {
  app.get('/healthz', async () => ({ alive: true }));
  app.get('/readyz', async (request, reply) => {
    const running = getRunning();
    const readiness = running ? await running.readiness() : { ready: false, store: { state: 'starting' } };
    reply.code(readiness.ready ? 200 : 503);
    return isShown(request, getConfig()) ? readiness : { ready: readiness.ready };
  });
  app.get('/metrics', async (request, reply) => {
    if (!isShown(request, getConfig())) return reply.code(403).send({ error: notShown });
    const metrics = getRunning()?.metrics;
    return metrics ? reply.type(metrics.contentType).send(await metrics.text()) : reply.code(503).send();
  });
}

/** Is it one of those for whom the site shows how it is doing? */
export function isShown({ ip, headers }: FastifyRequest, { status: { allow, token } }: Config): boolean {
  const [, given] = /^Bearer (\S+)$/i.exec(headers.authorization ?? '') ?? [];
  return isIn(allow, ip) || (token !== undefined && given !== undefined && isSame(given, token));
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

const isSame = (given: string, token: string): boolean => timingSafeEqual(hashOf(given), hashOf(token));
