import type { FailureCode } from '@eyeline/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Refusal } from '../../people/refusal.ts';
import { eceSentences } from '../../settings/sentences/ece.ts';
import { StoreUnavailable } from '../../store/store-unavailable.ts';
import { answer } from './ece-body.ts';
import { EceError } from './ece-error.ts';

const statuses: Partial<Record<FailureCode, number>> = {
  'invalid-payload': 400,
  'invalid-form': 400,
  'message-too-long': 400,
  'not-allowed': 403,
  'identity-required': 403,
  'unknown-entry-point': 404,
  'interaction-closed': 409,
  'file-too-large': 413,
  'file-not-taken': 415,
  'file-unsafe': 422,
  'not-offered': 403,
  'too-many-requests': 429,
  'too-many-interactions': 429,
  closed: 503,
  'server-busy': 503,
  'store-unavailable': 503,
};

/** Any failure in ECE's form. What nobody foresaw is logged, and says nothing of itself. */
export function eceErrorOf(error: unknown, log: Pick<Logger, 'error'> | undefined): EceError {
  if (error instanceof EceError) return error;
  if (error instanceof Refusal) return new EceError(statuses[error.failure.code] ?? 500, 110, error.failure.message);
  if (error instanceof StoreUnavailable) return new EceError(503, 111, eceSentences.busy);
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status >= 400 && status < 500) return new EceError(status, 100, eceSentences.unreadable);
  // Nested too deep to look at.
  if (error instanceof RangeError) return new EceError(400, 100, eceSentences.unreadable);
  log?.error({ err: error }, 'A request of an application failed.');
  return new EceError(500, 100, eceSentences.busy);
}

export function answerEceError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Pick<Logger, 'error'> | undefined,
): FastifyReply {
  const failure = eceErrorOf(error, log);
  if (failure.status === 401) reply.header('www-authenticate', 'Bearer realm="Eyeline"');
  return answer(request, reply.code(failure.status), 'error', failure.body);
}
