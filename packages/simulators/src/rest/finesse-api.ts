import { randomBytes } from 'node:crypto';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { serveDesktop } from '../desktop/desktop-routes.ts';
import type { NodeId } from '../nodes/node-pair.ts';
import type { Simulator } from '../simulator.ts';
import { writeXml } from '../xml/write-xml.ts';
import { ApiFailure, failures } from './api-failure.ts';
import { dialogRoutes } from './dialog-routes.ts';
import { FinesseRequest } from './finesse-request.ts';
import { layoutRoutes } from './layout-routes.ts';
import { mediaRoutes } from './media-routes.ts';
import { systemRoutes } from './system-routes.ts';
import { userRoutes } from './user-routes.ts';

const page = '<!DOCTYPE html><html><head><title>Error report</title></head><body><h1>HTTP Status</h1></body></html>';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/** One Finesse node's REST API, and its desktop. */
export function createFinesseApi(simulator: Simulator, node: NodeId): FastifyInstance {
  const app = fastify({ routerOptions: { caseSensitive: true, ignoreTrailingSlash: true } });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(['application/xml', 'text/xml'], { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );

  app.addHook('onRequest', async (request, reply) => {
    const { requestid } = request.headers;
    if (typeof requestid === 'string') reply.header('requestId', requestid);
    if (!/\bJSESSIONID=/.test(request.headers.cookie ?? '')) {
      const session = randomBytes(16).toString('hex').toUpperCase();
      reply.header('set-cookie', `JSESSIONID=${session}; Path=/finesse; Secure; HttpOnly`);
    }
    await breakByOrder(simulator, node, request, reply);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const slow = simulator.faults.strike('slow-answer', { ...occasion(request), node });
    if (slow) await new Promise<void>(resolve => simulator.timers.after(slow.ms, resolve));
    simulator.journal.write('request', `${node} ${request.method} ${request.url} → ${reply.statusCode}`);
    return payload;
  });
  app.setNotFoundHandler((_request, reply) => {
    void reply.code(404).type('text/html').send(page);
  });
  app.setErrorHandler((error: unknown, _request, reply) => {
    const failure = error instanceof ApiFailure ? error : asFailure(error);
    void reply
      .code(failure.status)
      .type('application/xml')
      .send(declaration + failure.toXml());
  });

  for (const [route, answer] of Object.entries({
    ...systemRoutes,
    ...userRoutes,
    ...dialogRoutes,
    ...mediaRoutes,
    ...layoutRoutes,
  })) {
    const [method = '', path = ''] = route.split(' ');
    app.route({
      method,
      url: `/finesse/api${path}`,
      handler: async (request, reply) => {
        const given = answer(new FinesseRequest(simulator, node, request));
        if (typeof given === 'number') return reply.code(given).send();
        if ('location' in given) return reply.header('location', given.location).code(200).send();
        return reply.type('application/xml').send(declaration + writeXml(given));
      },
    });
  }
  serveDesktop(app, simulator, node);
  return app;
}

/** Answers in place of the API when a fault says so, or when the node is out of service. */
async function breakByOrder(
  simulator: Simulator,
  node: NodeId,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const error = simulator.faults.strike('http-error', { ...occasion(request), node });
  if (error?.page) {
    await reply.code(error.status).type('text/html').send(page);
    return;
  }
  if (error) throw error.status === 503 ? failures.outOfService() : failures.byOrder(error.status);
  const isSystemInfo = request.url.split('?')[0] === '/finesse/api/SystemInfo';
  if (simulator.nodes.state(node) === 'out-of-service' && !isSystemInfo) throw failures.outOfService();
}

function occasion(request: FastifyRequest) {
  const user = claimedUser(request.headers.authorization);
  return { path: request.url, user };
}

/** Whom the header names, without looking whether it is right. */
function claimedUser(header: string | undefined): string | undefined {
  const value = /^Basic\s+(.+)$/i.exec(header ?? '')?.[1];
  return value === undefined ? undefined : Buffer.from(value, 'base64').toString('utf8').split(':')[0];
}

function asFailure(error: unknown): ApiFailure {
  const status =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  const message = error instanceof Error ? error.message : String(error);
  return new ApiFailure(status, status < 500 ? 'Invalid Input' : 'Internal Server Error', message);
}
