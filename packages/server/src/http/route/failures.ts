import { type Failure, type FailureCode, failure } from '@eyeline/protocol';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../people/refusal.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import { StoreUnavailable } from '../../store/store-unavailable.ts';
import { methodsAt } from './methods.ts';
import { statusOf } from './statuses.ts';

/** Requests that never reach their handler: in the form of the wire as well, with what to do. */
export function failureOf({ statusCode = 500, code }: Partial<FastifyError>): Failure {
  if (statusCode === 413) return failure('invalid-payload', apiSentences.tooLarge);
  if (statusCode === 415) return failure('invalid-payload', apiSentences.notJson);
  if (code === 'FST_ERR_BAD_URL') return failure('unknown-command', apiSentences.noSuchRequest);
  if (statusCode < 500) return failure('invalid-payload', apiSentences.brokenJson);
  return failure('internal');
}

/** Where a request breaks off before its route is known. */
export const answerError = (error: Partial<FastifyError>, _: unknown, reply: FastifyReply) =>
  reply.code(error.statusCode ?? 500).send({ error: failureOf(error) });

/** The failure in the form of the wire, with the status of its kind. */
function answerFailure(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refusal) {
    if (error.retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(error.retryAfterMs / 1000));
    return answerCode(reply, error.failure.code, error.failure);
  }
  if (error instanceof StoreUnavailable) return answerCode(reply, 'store-unavailable');
  if (error.statusCode !== undefined && error.statusCode < 500) return answerError(error, request, reply);
  request.log.error({ err: error }, 'A request failed.');
  return answerCode(reply, 'internal');
}

/** Whatever the route had said of its answer, this is JSON. */
const answerCode = (reply: FastifyReply, code: FailureCode, given: Failure = failure(code)): FastifyReply =>
  reply.code(statusOf(code)).type('application/json; charset=utf-8').serializer(JSON.stringify).send({ error: given });

/** For every address that nothing answers, or not by this method; pages are told in words. */
export function addFailures(app: FastifyInstance): void {
  const methods = methodsAt(app);
  app.setErrorHandler(answerFailure);
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    if (!path.startsWith('/api/'))
      return reply.code(404).type('text/plain; charset=utf-8').send(apiSentences.noSuchPage);
    const taken = methods(path).join(', ');
    if (taken === '') return reply.code(404).send({ error: failure('unknown-command', apiSentences.noSuchRequest) });
    const error = failure('unknown-command', apiSentences.otherMethod(taken, request.method));
    return reply.code(405).header('allow', taken).send({ error });
  });
}
