import { FILES_PATH, mostFileBytes, mostFilePixels } from '@eyeline/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { requireUpload, sharedBefore } from '../../call/help/upload.ts';
import { Refusal } from '../../people/refusal.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import { answerOrRefuse } from '../answer-or-refuse.ts';
import { allowOrigin } from '../doctor.ts';
import { wrongMethod } from '../http-failures.ts';
import type { HttpRooms } from '../http-rooms.ts';
import { jpegSize } from './jpeg-size.ts';

const Query = v.object({ ticket: v.pipe(v.string(), v.minLength(1), v.maxLength(2000)) });
const mediaType = 'image/jpeg';

function ticketIn(request: FastifyRequest): string {
  const query = v.safeParse(Query, request.query);
  if (!query.success) throw new Refusal('token-invalid');
  return query.output.ticket;
}

/** `POST`: a file by who has a ticket for it, which becomes a fact of the conversation. */
async function takeFile(request: FastifyRequest, rooms: HttpRooms) {
  const ticket = await rooms.people.tokens.file(ticketIn(request), 'upload');
  const { interactionId, fileId, participantId } = ticket;
  const { body } = request;
  if (sharedBefore(rooms, ticket)) return { fileId };
  requireUpload(rooms, ticket);
  const size = body instanceof Uint8Array ? jpegSize(body) : null;
  const pixels = size ? size.width * size.height : 0;
  if (!size || !(body instanceof Uint8Array) || pixels === 0 || pixels > mostFilePixels)
    throw new Refusal('invalid-payload', apiSentences.notPicture);
  await rooms.store.addFile({ interactionId, fileId, mediaType, at: rooms.interaction.now(), content: body });
  await rooms.interaction.change(change => {
    // It may have come twice, and the call may have ended meanwhile.
    if (sharedBefore(rooms, ticket)) return;
    const log = requireUpload(rooms, ticket);
    const file = { fileId, ...size, bytes: body.length };
    change.append(log, { type: 'file.shared', participantId, file });
  });
  return { fileId };
}

/** `GET`: by who has a ticket for it. Whatever is in it, a browser runs nothing of it. */
async function giveFile(request: FastifyRequest, reply: FastifyReply, rooms: HttpRooms) {
  const { interactionId, fileId } = await rooms.people.tokens.file(ticketIn(request), 'read');
  const file = await rooms.store.loadFile(interactionId, fileId);
  if (file?.mediaType !== mediaType) throw new Refusal('target-gone');
  return reply
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', 'attachment; filename="snapshot.jpg"')
    .type(mediaType)
    .send(Buffer.from(file.content));
}

/** What people put into conversations. The page may be another site's, as for all that the widget asks. */
export async function serveFiles(app: FastifyInstance, getRooms: () => HttpRooms | undefined): Promise<void> {
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
      // Of who has no ticket nothing is read, let alone held.
      onRequest: answering(async (request, _, rooms) => {
        await rooms.people.tokens.file(ticketIn(request), 'upload');
      }),
      bodyLimit: mostFileBytes,
      handler: answering((request, _, rooms) => takeFile(request, rooms)),
    });
    api.route({ method: 'GET', url, handler: answering(giveFile) });
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
