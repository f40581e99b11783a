import type { FailureCode } from '@eyeline/protocol';
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify';
import type * as v from 'valibot';
import type { Operation } from '../permissions.ts';
import type { Tag } from '../route/route-schema.ts';

/** A route as its description needs it. */
export interface DescribedRoute {
  readonly method: string;
  readonly url: string;
  readonly operationId: Operation;
  readonly tag: Tag;
  readonly summary: string;
  readonly params?: v.GenericSchema | undefined;
  readonly query?: v.GenericSchema | undefined;
  readonly body?: v.GenericSchema | undefined;
  readonly bodyType?: string | undefined;
  /** By status. */
  readonly answers: Readonly<Record<string, v.GenericSchema>>;
  readonly answerType?: string | undefined;
  readonly failures: readonly FailureCode[];
}

/** The routes that come after this, as they come. */
export function collectRoutes(app: FastifyInstance): readonly DescribedRoute[] {
  const routes: DescribedRoute[] = [];
  app.addHook('onRoute', route => {
    const [method = ''] = [route.method].flat();
    const described = describedRoute(method, route);
    // Those for browsers that ask before, and those that come with each that reads.
    if (described && method !== 'HEAD' && method !== 'OPTIONS') routes.push(described);
  });
  return routes;
}

function describedRoute(method: string, { url, schema }: Pick<RouteOptions, 'url' | 'schema'>): DescribedRoute | null {
  const { operationId, tag, summary, failures = [], bodyType, answerType, ...parts }: FastifySchema = schema ?? {};
  if (operationId === undefined || tag === undefined || summary === undefined) return null;
  return {
    ...{ method, url, operationId, tag, summary, failures, bodyType, answerType },
    params: parts.params as v.GenericSchema | undefined,
    query: parts.querystring as v.GenericSchema | undefined,
    body: parts.body as v.GenericSchema | undefined,
    answers: (parts.response ?? {}) as Record<string, v.GenericSchema>,
  };
}
