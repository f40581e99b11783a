import { type Failure, failure } from '@eyeline/protocol';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { apiSentences } from '../settings/sentences/api.ts';

/** Requests that never reach their handler: in the form of the wire as well, with what to do. */
export function failureOf({ statusCode = 500, code }: Partial<FastifyError>): Failure {
  if (statusCode === 413) return failure('invalid-payload', apiSentences.tooLarge);
  if (statusCode === 415) return failure('invalid-payload', apiSentences.notJson);
  if (code === 'FST_ERR_BAD_URL') return failure('unknown-command', apiSentences.noSuchRequest);
  if (statusCode < 500) return failure('invalid-payload', apiSentences.brokenJson);
  return failure('internal');
}

export const answerError = (error: Partial<FastifyError>, _: unknown, reply: FastifyReply) =>
  reply.code(error.statusCode ?? 500).send({ error: failureOf(error) });

/** For every address that nothing answers; pages are told in words. */
export function addHttpFailures(app: FastifyInstance): void {
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) => {
    reply.code(404);
    return request.url.startsWith('/api/')
      ? reply.send({ error: failure('unknown-command', apiSentences.noSuchRequest) })
      : reply.type('text/plain; charset=utf-8').send(apiSentences.noSuchPage);
  });
}

/** For an address that is there, asked with another method than its own. */
export const wrongMethod = (method: string) => async (request: FastifyRequest, reply: FastifyReply) =>
  reply
    .code(405)
    .header('allow', method)
    .send({ error: failure('unknown-command', apiSentences.otherMethod(method, request.method)) });
