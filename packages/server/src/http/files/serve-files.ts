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

/** Of who has no ticket nothing is read, let alone held; nor of what is too long, or comes when too much does. */
async function admit(request: FastifyRequest, reply: FastifyReply, rooms: HttpRooms, places: UploadPlaces) {
  const ticket = await rooms.people.tokens.file(ticketIn(request), 'upload');
  const bytes = Number(request.headers['content-length'] ?? Number.NaN);
  if (!Number.isSafeInteger(bytes)) throw new Refusal('invalid-payload', apiSentences.noLength);
  if (!sharedBefore(rooms, ticket)) requireLength(bytes, requireUpload(rooms, ticket));
  const release = places.take(ticket.interactionId, ticket.fileId, rooms.settings.config.files.atOnce);
  reply.raw.once('close', release);
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
      handler: answering(async (request, _, rooms) => {
        const ticket = await rooms.people.tokens.file(ticketIn(request), 'upload');
        await takeFile(rooms, ticket, request.body instanceof Uint8Array ? request.body : new Uint8Array());
        return { fileId: ticket.fileId };
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
