import { type FailureCode, failure } from '@eyeline/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ContactCentre } from '../contact-centre.ts';
import { Refusal } from '../refusal.ts';
import { setSkills, synchronise } from './directory.ts';
import { agentFigures, queueOverview } from './figures.ts';
import { flushQueue } from './flush.ts';
import { requireSupervisor, signIn } from './sign-in.ts';
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
      const refusal = error instanceof Refusal ? error : new Refusal('internal');
      if (!(error instanceof Refusal)) centre?.log.error({ err: error }, 'A request failed.');
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
      api.setErrorHandler((error: { statusCode?: number }, _, reply) =>
        reply.code(error.statusCode ?? 500).send({
          error: failure((error.statusCode ?? 500) < 500 ? 'invalid-payload' : 'internal'),
        }),
      );
      api.setNotFoundHandler((_, reply) =>
        reply
          .code(404)
          .send({ error: failure('unknown-command', 'There is no such request. CONFIGURATION.md lists them.') }),
      );
      api.post('/sign-in', { bodyLimit: 4000 }, answering(signIn));
      api.get(
        '/queues',
        supervised((_, centre) => ({ queues: queueOverview(centre) })),
      );
      api.post('/queues/:id/flush', { bodyLimit: 4000 }, supervised(flushQueue));
      api.get(
        '/agents',
        supervised((_, centre) => ({ agents: agentFigures(centre) })),
      );
      api.put('/agents/:id/skills', { bodyLimit: 16_000 }, supervised(setSkills));
      api.post('/directory/synchronise', { bodyLimit: 4000 }, supervised(synchronise));
      api.post('/agents/:id/voice', { bodyLimit: 4000 }, supervised(setVoice));
    },
    { prefix: '/api/v1' },
  );
}
