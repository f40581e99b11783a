import { toPlainText } from '@eyeline/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../../people/refusal.ts';
import type { HttpRooms } from '../http-rooms.ts';
import { type Operation, permissions } from '../permissions.ts';
import { allowOrigin } from './allow-origin.ts';
import type { Asker } from './asker.ts';
import { type Api, useValibot } from './valibot-routes.ts';

/** So long a body may be where a route says nothing of it. */
const bodyLimit = 4_000;

export interface ApiOptions {
  /** Who asks. @throws Refusal for who may not */
  readonly admit: (request: FastifyRequest, operation: Operation) => Asker | Promise<Asker>;
  /** An answer that is not as declared fails. For tests. */
  readonly areAnswersChecked?: boolean | undefined;
}

/**
 * What holds for every route of the API that is added to what this answers with: who asks is known first, what comes is plain
 * text and parsed, what goes is kept by no cache.
 */
export function asApi(app: FastifyInstance, { admit, areAnswersChecked = false }: ApiOptions): Api {
  app.decorateRequest('asker');
  app.addHook('onRoute', route => {
    const { operationId } = route.schema ?? {};
    if (operationId === undefined || !(operationId in permissions)) throw new Error(`${route.url} is no operation`);
    route.bodyLimit ??= bodyLimit;
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { operationId } = request.routeOptions.schema ?? {};
    if (operationId === undefined) throw new Refusal('unknown-command');
    request.asker = await admit(request, operationId);
  });
  app.addHook('preValidation', async request => {
    if (!(request.body instanceof Uint8Array)) request.body = toPlainText(request.body);
    request.params = toPlainText(request.params);
    request.query = toPlainText(request.query);
  });
  return useValibot(app, areAnswersChecked);
}

/** Pages of other sites read some of it, its failures too: goes before `asApi`. */
export function allowPages(app: FastifyInstance, getRooms: () => HttpRooms | undefined): void {
  app.addHook('onRequest', async (request, reply) => {
    const rooms = getRooms();
    if (rooms && request.routeOptions.config.isForPages) allowOrigin(request, reply, rooms.settings.config);
  });
}
