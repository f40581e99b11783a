import { FILES_PATH, mostFileBytes } from '@eyeline/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { requireUpload, sharedBefore } from '../../interaction/files/upload.ts';
import { Refusal } from '../../people/refusal.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import { answerOrRefuse } from '../answer-or-refuse.ts';
import { allowOrigin } from '../doctor.ts';
import { wrongMethod } from '../http-failures.ts';
import type { HttpRooms } from '../http-rooms.ts';
import { giveFile } from './give-file.ts';
import { requireLength, takeFile } from './take-file.ts';
import { UploadPlaces } from './upload-places.ts';

const Query = v.object({ ticket: v.pipe(v.string(), v.minLength(1), v.maxLength(4000)) });

function ticketIn(request: FastifyRequest): string {
  const query = v.safeParse(Query, request.query);
  if (!query.success) throw new Refusal('token-invalid');
  return query.output.ticket;
}

/** What came with a request, and is being dealt with. */
const takings = new WeakMap<FastifyRequest, Promise<{ fileId: string }>>();

async function take(request: FastifyRequest, rooms: HttpRooms): Promise<{ fileId: string }> {
  const ticket = await rooms.people.tokens.file(ticketIn(request), 'upload');
  await takeFile(rooms, ticket, request.body instanceof Uint8Array ? request.body : new Uint8Array());
  return { fileId: ticket.fileId };
}

/** Of who has no ticket nothing is read, let alone held; nor of what is too long, or comes when too much does. */
async function admit(request: FastifyRequest, reply: FastifyReply, rooms: HttpRooms, places: UploadPlaces) {
  const ticket = await rooms.people.tokens.file(ticketIn(request), 'upload');
  const bytes = Number(request.headers['content-length'] ?? Number.NaN);
  if (!Number.isSafeInteger(bytes)) throw new Refusal('invalid-payload', apiSentences.noLength);
  if (!sharedBefore(rooms, ticket)) requireLength(bytes, requireUpload(rooms, ticket));
  const giveBack = places.take(ticket.interactionId, ticket.fileId, rooms.settings.config.files.atOnce);
  const log = rooms.interaction.logs.get(ticket.interactionId);
  if (log) log.uploads += 1;
  const release = () => {
    giveBack();
    if (!log) return;
    log.uploads -= 1;
    log.customerActiveAt = rooms.interaction.now();
  };
  // Who went while the ticket was read does not go again.
  if (reply.raw.closed) return release();
  // Who goes when all has come leaves a file in memory until it is dealt with: so long nobody else gets its place.
  reply.raw.once('close', () => void Promise.allSettled([takings.get(request)]).then(release));
}

/** What people put into conversations. The page may be another site's, as for all that the widget asks. */
export async function serveFiles(app: FastifyInstance, getRooms: () => HttpRooms | undefined): Promise<void> {
  const places = new UploadPlaces();
  const answering =
    (answer: (request: FastifyRequest, reply: FastifyReply, rooms: HttpRooms) => unknown) =>
    (request: FastifyRequest, reply: FastifyReply) => {
      const rooms = getRooms();
      if (rooms) allowOrigin(request, reply, rooms.settings.config);
      return answerOrRefuse(reply, rooms?.log, () => {
        if (!rooms) throw new Refusal('server-busy');
        return answer(request, reply, rooms);
      });
    };
  await app.register(async api => {
    // What it is called says nothing of what it is.
    api.removeAllContentTypeParsers();
    api.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostFileBytes }, (_, body, done) => done(null, body));
    const url = FILES_PATH;
    api.route({
      method: 'POST',
      url,
      onRequest: answering((request, reply, rooms) => admit(request, reply, rooms, places)),
      bodyLimit: mostFileBytes,
      handler: answering((request, _, rooms) => {
        const taking = take(request, rooms);
        takings.set(request, taking);
        return taking;
      }),
    });
    api.route({
      method: 'GET',
      url,
      handler: answering(async (request, reply, rooms) =>
        giveFile(reply, rooms, await rooms.people.tokens.file(ticketIn(request), 'read')),
      ),
    });
    api.route({
      method: 'OPTIONS',
      url,
      handler: answering((_, reply) =>
        reply
          .code(204)
          .header('access-control-allow-methods', 'GET, POST')
          .header('access-control-allow-headers', 'content-type')
          .send(),
      ),
    });
    api.route({ method: ['PUT', 'PATCH', 'DELETE'], url, handler: wrongMethod('GET, POST') });
  });
}
