import { toPlainText } from '@eyeline/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../people/refusal.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import { answerOrRefuse } from '../answer-or-refuse.ts';
import { wrongMethod } from '../http-failures.ts';
import type { HttpRooms } from '../http-rooms.ts';
import { isShown } from '../status.ts';
import { joseencrypt, meetingInvite, space } from './instant-connect.ts';
import { parseLeniently } from './lenient-json.ts';
import { dataOf, guestPath, hostPath, lookAtLink, lookAtSite, openLink, openPage } from './links.ts';

type Answer = (request: FastifyRequest, rooms: HttpRooms) => unknown;
type Method = 'GET' | 'POST';

/** 25 numbers, or claims as long as they may be. */
const bodyLimit = 16_000;
const allMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What was to be sent by text message, where no gateway is configured. */
function sunkTexts(request: FastifyRequest, rooms: HttpRooms) {
  if (!isShown(request, rooms.settings.config)) throw new Refusal('not-allowed', apiSentences.statusNotShown);
  return { isRehearsal: rooms.work.gateway.isRehearsal, texts: rooms.work.sink.messages };
}

const routes: readonly (readonly [Method, string, Answer])[] = [
  ['POST', '/api/v2/joseencrypt', joseencrypt],
  ['POST', '/api/v1/joseencrypt', joseencrypt],
  ['POST', '/api/v1/sms/meetingInvite', meetingInvite],
  ['GET', '/api/v1/links', lookAtSite],
  ['GET', '/api/v1/links/:code', lookAtLink],
  ['POST', '/api/v1/links/:code/open', openLink],
  ['GET', '/api/v1/texts', sunkTexts],
];

/** How customers come by links, and how other systems ask for such links. */
export async function serveGuests(app: FastifyInstance, getRooms: () => HttpRooms | undefined): Promise<void> {
  const answering = (answer: Answer) => (request: FastifyRequest, reply: FastifyReply) => {
    const rooms = getRooms();
    return answerOrRefuse(reply, rooms?.log, () => {
      if (!rooms) throw new Refusal('server-busy');
      return answer(request, rooms);
    });
  };
  await app.register(async api => {
    api.removeContentTypeParser('application/json');
    api.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (_, body, done) => {
      try {
        done(null, toPlainText(parseLeniently(String(body))));
      } catch {
        done(Object.assign(new Error(), { statusCode: 400 }));
      }
    });
    for (const [method, url, answer] of routes) {
      api.route({ method, url, bodyLimit, handler: answering(answer) });
      const others = allMethods.filter(one => one !== method);
      api.route({ method: others, url, handler: wrongMethod(method) });
    }
    api.route({ method: allMethods, url: '/api/v1/space', handler: answering(space) });
  });
  for (const url of ['/v/:code', '/visit/:code'])
    app.get<{ Params: { code: string } }>(url, ({ params }, reply) => openPage(getRooms(), params.code, reply));
  app.get('/gen/v1/login', ({ query }, reply) => reply.redirect(hostPath(dataOf(query)), 302));
  app.get('/gen/v1/talk', ({ query }, reply) => reply.redirect(guestPath(dataOf(query)), 302));
}
