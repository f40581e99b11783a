import type { FailureCode } from '@eyeline/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { Refusal } from '../interaction/refusal.ts';
import { requireSupervisor, signIn } from '../people/sign-in.ts';
import type { ContactCentre } from '../process/contact-centre.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { setSkills, synchronise } from './directory.ts';
import { agentFigures, queueOverview } from './figures.ts';
import { flushQueue } from './flush.ts';
import { wrongMethod } from './http-failures.ts';
import { setVoice } from './voice.ts';

const statuses: Partial<Record<FailureCode, number>> = {
  'invalid-payload': 400,
  'wrong-credentials': 401,
  'not-signed-in': 401,
  'token-invalid': 401,
  'token-expired': 401,
  'not-allowed': 403,
  'target-gone': 404,
  'too-many-requests': 429,
  'server-busy': 503,
  'store-unavailable': 503,
};

type Answer = (request: FastifyRequest, centre: ContactCentre) => unknown;

/** What integrators may ask over HTTP. Failures have the form of the wire: a code and a sentence. */
export async function serveApi(app: FastifyInstance, getCentre: () => ContactCentre | undefined): Promise<void> {
  const answering = (answer: Answer) => async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store');
    const centre = getCentre();
    try {
      if (!centre) throw new Refusal('server-busy');
      return await answer(request, centre);
    } catch (error) {
      const isGone = error instanceof StoreUnavailable;
      const refusal = error instanceof Refusal ? error : new Refusal(isGone ? 'store-unavailable' : 'internal');
      if (!isGone && !(error instanceof Refusal)) centre?.log.error({ err: error }, 'A request failed.');
      if (refusal.retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(refusal.retryAfterMs / 1000));
      return reply.code(statuses[refusal.failure.code] ?? 500).send({ error: refusal.failure });
    }
  };
  const supervised = (answer: Answer) =>
    answering(async (request, centre) => {
      await requireSupervisor(request, centre);
      return answer(request, centre);
    });
  await app.register(
    async api => {
      const serve = (method: 'GET' | 'POST' | 'PUT', url: string, handler: RouteHandlerMethod) => {
        api.route({ method, url, handler, bodyLimit: 4000 });
        const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(other => other !== method);
        api.route({ method: others, url, handler: wrongMethod(method) });
      };
      serve('POST', '/sign-in', answering(signIn));
      serve(
        'GET',
        '/queues',
        supervised((_, centre) => ({ queues: queueOverview(centre) })),
      );
      serve('POST', '/queues/:id/flush', supervised(flushQueue));
      serve(
        'GET',
        '/agents',
        supervised((_, centre) => ({ agents: agentFigures(centre) })),
      );
      serve('PUT', '/agents/:id/skills', supervised(setSkills));
      serve('POST', '/directory/synchronise', supervised(synchronise));
      serve('POST', '/agents/:id/voice', supervised(setVoice));
    },
    { prefix: '/api/v1' },
  );
}
