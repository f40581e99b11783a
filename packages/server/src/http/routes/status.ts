import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Refusal } from '../../people/refusal.ts';
import type { Config } from '../../settings/config.ts';
import { isIn } from '../../settings/network.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import type { Api } from '../route/valibot-routes.ts';

/** A contact centre that is open, as machines see it. */
export interface Running {
  readiness(): Promise<v.InferOutput<typeof Readiness>>;
  readonly metrics: { readonly contentType: string; text(): Promise<string> };
}

const Readiness = v.object({
  ready: v.boolean(),
  store: v.optional(v.object({ state: v.string(), engine: v.optional(v.string()) })),
  sfu: v.optional(v.object({ state: v.string() })),
});
const tag = 'status';

/** What machines ask: is it alive, can it work, how is it doing. Details are for whom the site names. */
export function statusRoutes(api: Api, getRunning: () => Running | undefined, getConfig: () => Config): void {
  api.get(
    '/healthz',
    {
      schema: {
        operationId: 'readLiveness',
        tag,
        summary: 'Whether the server answers',
        response: { 200: v.object({ alive: v.literal(true) }) },
      },
    },
    () => ({ alive: true as const }),
  );
  api.get(
    '/readyz',
    {
      schema: {
        operationId: 'readReadiness',
        tag,
        summary: 'Whether the server can do its work; how is for whom the site names',
        response: { 200: Readiness, 503: Readiness },
      },
    },
    async (request, reply) => {
      const running = getRunning();
      const readiness = running ? await running.readiness() : { ready: false, store: { state: 'starting' } };
      reply.code(readiness.ready ? 200 : 503);
      return isShown(request, getConfig()) ? readiness : { ready: readiness.ready };
    },
  );
  api.get(
    '/metrics',
    {
      schema: {
        operationId: 'readMetrics',
        tag,
        summary: 'Figures for Prometheus, for whom the site names',
        answerType: 'text/plain',
        failures: ['not-allowed'],
      },
    },
    async (request, reply) => {
      if (!isShown(request, getConfig())) throw new Refusal('not-allowed', apiSentences.statusNotShown);
      const metrics = getRunning()?.metrics;
      if (!metrics) throw new Refusal('server-busy');
      return reply.type(metrics.contentType).send(await metrics.text());
    },
  );
}

/** Is it one of those for whom the site shows how it is doing? */
export function isShown({ ip, headers }: FastifyRequest, { status: { allow, token } }: Config): boolean {
  const [, given] = /^Bearer (\S+)$/i.exec(headers.authorization ?? '') ?? [];
  return isIn(allow, ip) || (token !== undefined && given !== undefined && isSame(given, token));
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

const isSame = (given: string, token: string): boolean => timingSafeEqual(hashOf(given), hashOf(token));
