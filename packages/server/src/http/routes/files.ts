import { FILES_PATH, mostFileBytes } from '@eyeline/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { requireUpload, sharedBefore } from '../../interaction/files/upload.ts';
import { Refusal } from '../../people/refusal.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import { giveFile } from '../files/give-file.ts';
import { requireLength, takeFile } from '../files/take-file.ts';
import { UploadPlaces } from '../files/upload-places.ts';
import type { HttpRooms } from '../http-rooms.ts';
import { type Api, read, type Valibot } from '../route/valibot-routes.ts';

const Query = v.pipe(
  v.object({
    ticket: v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(4000),
      v.description('Of the socket’s commands file.prepare and file.read; good for a minute.'),
    ),
  }),
  v.metadata({ code: 'token-invalid' }),
);

/** What came with a request, and is being dealt with. */
const takings = new WeakMap<FastifyRequest, Promise<{ fileId: string }>>();

async function take(given: string, body: unknown, rooms: HttpRooms): Promise<{ fileId: string }> {
  const ticket = await rooms.people.tokens.file(given, 'upload');
  await takeFile(rooms, ticket, body instanceof Uint8Array ? body : new Uint8Array());
  return { fileId: ticket.fileId };
}

/** Of who has no ticket nothing is read, let alone held; nor of what is too long, or comes when too much does. */
async function admit(request: FastifyRequest, reply: FastifyReply, rooms: HttpRooms, places: UploadPlaces) {
  const ticket = await rooms.people.tokens.file(read(Query, request.query).ticket, 'upload');
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
export async function fileRoutes(api: Api, rooms: () => HttpRooms): Promise<void> {
  const places = new UploadPlaces();
  const url = FILES_PATH;
  const config = { isForPages: true };
  await api.register(async scope => {
    // What it is called says nothing of what it is.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostFileBytes }, (_, body, done) =>
      done(null, body),
    );
    const files = scope.withTypeProvider<Valibot>();
    files.post(
      url,
      {
        schema: {
          operationId: 'sendFile',
          tag: 'files',
          summary: 'A file goes into a conversation',
          querystring: Query,
          bodyType: 'application/octet-stream',
          response: { 200: v.object({ fileId: v.string() }) },
          failures: [
            'token-invalid',
            'token-expired',
            'interaction-closed',
            'not-allowed',
            'not-offered',
            'file-too-large',
            'file-not-taken',
            'file-unsafe',
            'too-many-requests',
          ],
        },
        config,
        bodyLimit: mostFileBytes,
        onRequest: (request, reply) => admit(request, reply, rooms(), places),
      },
      request => {
        const taking = take(request.query.ticket, request.body, rooms());
        takings.set(request, taking);
        return taking;
      },
    );
    files.get(
      url,
      {
        schema: {
          operationId: 'readFile',
          tag: 'files',
          summary: 'A file of a conversation; a browser runs nothing of it',
          querystring: Query,
          answerType: 'application/octet-stream',
          failures: ['token-invalid', 'token-expired', 'target-gone', 'file-unsafe'],
        },
        config,
      },
      async (request, reply) =>
        giveFile(reply, rooms(), await rooms().people.tokens.file(request.query.ticket, 'read')),
    );
    scope.options(url, { schema: { operationId: 'readFile' }, config }, (_, reply) =>
      reply
        .code(204)
        .header('access-control-allow-methods', 'GET, POST')
        .header('access-control-allow-headers', 'content-type')
        .send(),
    );
  });
}
