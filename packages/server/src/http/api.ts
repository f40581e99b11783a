import { toPlainText } from '@eyeline/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { Refusal } from '../people/refusal.ts';
import { ServiceTokens } from '../people/service-tokens.ts';
import { serveAccounts } from './accounts.ts';
import { answerOrRefuse } from './answer-or-refuse.ts';
import { measuredCalls } from './calls.ts';
import { customerOf } from './customers.ts';
import { setSkills, synchronise } from './directory.ts';
import { allowOrigin, createBriefing } from './doctor.ts';
import { agentFigures, queueOverview } from './figures.ts';
import { serveFiles } from './files/serve-files.ts';
import { flushQueue } from './flush.ts';
import { serveGuests } from './guests/serve-guests.ts';
import { serveServiceTokens } from './guests/service-token-routes.ts';
import { wrongMethod } from './http-failures.ts';
import type { HttpRooms } from './http-rooms.ts';
import { requireRole, signIn } from './sign-in.ts';
import { answeredSurvey } from './survey.ts';
import { setVoice } from './voice.ts';
import { serveWebhooks } from './webhooks/webhook-routes.ts';

type Answer = (request: FastifyRequest, rooms: HttpRooms) => unknown;

/** What integrators may ask over HTTP. Failures have the form of the wire: a code and a sentence. */
export async function serveApi(app: FastifyInstance, getRooms: () => HttpRooms | undefined): Promise<void> {
  const answering = (answer: Answer) => async (request: FastifyRequest, reply: FastifyReply) => {
    const rooms = getRooms();
    return answerOrRefuse(reply, rooms?.log, () => {
      if (!rooms) throw new Refusal('server-busy');
      return answer(request, rooms);
    });
  };
  const supervised = (answer: Answer) =>
    answering(async (request, rooms) => {
      await requireRole(request, rooms, 'supervisor');
      return answer(request, rooms);
    });
  await serveFiles(app, getRooms);
  await serveGuests(app, getRooms);
  await app.register(
    async api => {
      api.addHook('preValidation', async request => {
        request.body = toPlainText(request.body);
        request.params = toPlainText(request.params);
      });
      const serve = (method: 'GET' | 'POST' | 'PUT', url: string, handler: RouteHandlerMethod) => {
        api.route({ method, url, handler, bodyLimit: 4000 });
        const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(other => other !== method);
        api.route({ method: others, url, handler: wrongMethod(method) });
      };
      serve('POST', '/sign-in', answering(signIn));
      const brief = answering(createBriefing());
      serve('POST', '/doctor', async (request, reply) => {
        const rooms = getRooms();
        if (rooms) allowOrigin(request, reply, rooms.settings.config);
        return brief(request, reply);
      });
      serve(
        'GET',
        '/queues',
        supervised((_, rooms) => ({ queues: queueOverview(rooms) })),
      );
      serve('POST', '/queues/:id/flush', supervised(flushQueue));
      serve(
        'GET',
        '/agents',
        supervised((_, rooms) => ({ agents: agentFigures(rooms) })),
      );
      serve('GET', '/interactions/:id/calls', supervised(measuredCalls));
      serve('GET', '/interactions/:id/customer', supervised(customerOf));
      serve('GET', '/interactions/:id/survey', supervised(answeredSurvey));
      serve('PUT', '/agents/:id/skills', supervised(setSkills));
      serve('POST', '/directory/synchronise', supervised(synchronise));
      serve('POST', '/agents/:id/voice', supervised(setVoice));
      serveServiceTokens(api, (request, reply, answer) => {
        const administered: Answer = async (_, rooms) => {
          await requireRole(request, rooms, 'administrator');
          return answer(request, new ServiceTokens(rooms.store, () => rooms.interaction.now()));
        };
        return answering(administered)(request, reply);
      });
      serveWebhooks(api, (request, reply, answer) => {
        const administered: Answer = async (_, rooms) => {
          await requireRole(request, rooms, 'administrator');
          return answer(request, rooms.webhookBook());
        };
        return answering(administered)(request, reply);
      });
      serveAccounts(api, (request, reply, answer) => {
        const administered: Answer = async (_, rooms) =>
          answer(request, rooms.accountBook(await requireRole(request, rooms, 'administrator')));
        return answering(administered)(request, reply);
      });
    },
    { prefix: '/api/v1' },
  );
}
