import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Refusal } from '../../people/refusal.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import { webhookSentences } from '../../settings/sentences/webhooks.ts';
import type { WebhookBook } from '../../webhooks/webhook-book.ts';
import { wrongMethod } from '../http-failures.ts';

const { notFuture, fromWhat } = webhookSentences;

/** Where to begin again. */
export const ReplayRequest = v.union(
  [
    v.strictObject({
      from: v.pipe(v.string(notFuture), v.isoTimestamp(notFuture), v.transform(Date.parse), v.finite(notFuture)),
    }),
    v.strictObject({
      interactionId: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
      seq: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
    }),
    v.strictObject({ deadLetters: v.literal(true) }),
  ],
  fromWhat,
);
const Params = v.object({ id: v.pipe(v.string(), v.maxLength(100)) });
const number = (most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number), v.minValue(1), v.maxValue(most));
const Page = v.object({
  limit: v.optional(number(1_000), '100'),
  before: v.optional(number(Number.MAX_SAFE_INTEGER)),
});

type Ask = (
  request: FastifyRequest,
  reply: FastifyReply,
  answer: (request: FastifyRequest, book: WebhookBook) => unknown,
) => Promise<unknown>;

function read<S extends v.GenericSchema>(schema: S, given: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, given);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Refusal('invalid-payload', apiSentences.expected(issue.message, v.getDotPath(issue)));
}
const idIn = (request: FastifyRequest): string => read(Params, request.params).id;

/** Who is told what happens, and how that goes: the same over HTTP and by command. `ask` decides who may ask. */
export function serveWebhooks(api: FastifyInstance, ask: Ask): void {
  const serve = (method: 'GET' | 'POST', url: string, answer: Parameters<Ask>[2]) => {
    api.route({
      method,
      url,
      bodyLimit: 4_000,
      handler: (request, reply) => ask(request, reply, answer),
    });
    const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(other => other !== method);
    api.route({ method: others, url, handler: wrongMethod(method) });
  };
  serve('GET', '/webhooks', async (_, book) => ({
    webhooks: await book.list(),
  }));
  serve('GET', '/webhooks/:id/attempts', async (request, book) => {
    const { limit, before } = read(Page, request.query);
    return { attempts: await book.attempts(idIn(request), limit, before) };
  });
  serve('GET', '/webhooks/:id/dead-letters', async (request, book) => ({
    deadLetters: await book.deadLetters(idIn(request), read(Page, request.query).limit),
  }));
  serve('POST', '/webhooks/:id/pause', async (request, book) => {
    await book.pause(idIn(request));
    return {};
  });
  serve('POST', '/webhooks/:id/resume', async (request, book) => {
    await book.resume(idIn(request));
    return {};
  });
  serve('POST', '/webhooks/:id/replay', async (request, book) => {
    const from = read(ReplayRequest, request.body);
    await book.replay(idIn(request), 'from' in from ? { at: from.from } : from);
    return {};
  });
}
