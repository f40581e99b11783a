import type { FailureCode } from '@eyeline/protocol';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { Refusal } from '../people/refusal.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';

const statuses: Partial<Record<FailureCode, number>> = {
  'invalid-payload': 400,
  'wrong-credentials': 401,
  'not-signed-in': 401,
  'token-invalid': 401,
  'token-expired': 401,
  'not-allowed': 403,
  'target-gone': 404,
  'unknown-entry-point': 404,
  'link-unknown': 404,
  'link-early': 403,
  'link-used': 410,
  'link-expired': 410,
  'link-revoked': 410,
  'link-ended': 410,
  'too-many-links': 400,
  'number-invalid': 400,
  'not-offered': 403,
  'interaction-closed': 410,
  'file-too-large': 413,
  'file-not-taken': 415,
  'file-unsafe': 422,
  closed: 403,
  'too-many-requests': 429,
  'too-many-interactions': 429,
  'server-busy': 503,
  'store-unavailable': 503,
};

/** The answer, or the failure in the form of the wire with the status of its kind. */
export async function answerOrRefuse(
  reply: FastifyReply,
  log: Pick<Logger, 'error'> | undefined,
  answer: () => unknown,
): Promise<unknown> {
  reply.header('cache-control', 'no-store');
  try {
    return await answer();
  } catch (error) {
    const isGone = error instanceof StoreUnavailable;
    const refusal = error instanceof Refusal ? error : new Refusal(isGone ? 'store-unavailable' : 'internal');
    if (!isGone && !(error instanceof Refusal)) log?.error({ err: error }, 'A request failed.');
    if (refusal.retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(refusal.retryAfterMs / 1000));
    return reply.code(statuses[refusal.failure.code] ?? 500).send({ error: refusal.failure });
  }
}
