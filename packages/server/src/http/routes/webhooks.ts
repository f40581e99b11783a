import * as v from 'valibot';
import type { WebhookBook } from '../../interaction/webhooks/webhook-book.ts';
import { webhookSentences } from '../../settings/sentences/webhooks.ts';
import { PauseReason } from '../../store/webhooks/webhook-store.ts';
import type { Api } from '../route/valibot-routes.ts';

const { notFuture, fromWhat } = webhookSentences;

/** Where to begin again. */
export const ReplayRequest = v.pipe(
  v.union(
    [
      v.strictObject({
        from: v.pipe(
          v.string(notFuture),
          v.isoTimestamp(notFuture),
          v.check(text => Number.isFinite(Date.parse(text)), notFuture),
        ),
      }),
      v.strictObject({
        interactionId: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
        seq: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_147_483_647)), 1),
      }),
      v.strictObject({ deadLetters: v.literal(true) }),
    ],
    fromWhat,
  ),
  v.metadata({ example: { from: '2026-11-28T09:00:00Z' } }),
);
const Params = v.object({ webhookId: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) });
const number = (most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,15}$/, `a number from 1 to ${most}`),
    v.transform(Number),
    v.minValue(1),
    v.maxValue(most),
  );
const Page = v.object({
  limit: v.optional(number(1_000), '100'),
  before: v.pipe(v.optional(number(999_999_999_999_999)), v.description('Only those before this id.')),
});
const Limit = v.object({ limit: v.optional(number(1_000), '100') });

const Instant = v.nullable(v.string());
const Webhook = v.pipe(
  v.object({
    id: v.string(),
    url: v.pipe(v.nullable(v.string()), v.description('Null where the configuration has none of this name any more.')),
    paused: v.nullable(PauseReason),
    pausedAt: Instant,
    holdUntil: v.pipe(Instant, v.description('The receiver wants to be left alone until then.')),
    failures: v.pipe(v.number(), v.description('Attempts that failed since the last that did not.')),
    deliveredAt: Instant,
    lagging: v.pipe(v.number(), v.description('Interactions of which something was not taken yet.')),
    dead: v.pipe(v.number(), v.description('Events that were given up.')),
    behind: v.pipe(v.number(), v.description('Facts that were not looked at yet.')),
  }),
  v.title('Webhook'),
);
const Attempt = v.pipe(
  v.object({
    id: v.number(),
    at: v.string(),
    eventId: v.string(),
    name: v.string(),
    attempt: v.number(),
    status: v.nullable(v.number()),
    reason: v.pipe(v.nullable(v.string()), v.description('Null where it was taken.')),
    ms: v.number(),
  }),
  v.title('WebhookAttempt'),
);
const DeadLetter = v.pipe(
  v.object({
    eventId: v.string(),
    interactionId: v.string(),
    seq: v.number(),
    at: v.string(),
    attempts: v.number(),
    reason: v.string(),
  }),
  v.title('DeadLetter'),
);

const tag = 'webhooks';
const done = { 200: v.strictObject({}) };
const failures = ['target-gone'] as const;

/** Who is told what happens, and how that goes: the same over HTTP and by command. */
export function webhookRoutes(api: Api, book: () => WebhookBook): void {
  const path = '/api/v1/webhooks';
  api.get(
    path,
    {
      schema: {
        operationId: 'listWebhooks',
        tag,
        summary: 'All receivers, and how each is doing',
        response: { 200: v.object({ webhooks: v.array(Webhook) }) },
      },
    },
    async () => ({ webhooks: await book().list() }),
  );
  api.get(
    `${path}/:webhookId/attempts`,
    {
      schema: {
        operationId: 'readWebhookAttempts',
        tag,
        summary: 'What was sent, the newest first, and what came of it',
        params: Params,
        querystring: Page,
        response: { 200: v.object({ attempts: v.array(Attempt) }) },
        failures,
      },
    },
    async ({ params, query }) => ({
      attempts: await book().attempts(params.webhookId, query.limit, query.before),
    }),
  );
  api.get(
    `${path}/:webhookId/dead-letters`,
    {
      schema: {
        operationId: 'readDeadLetters',
        tag,
        summary: 'What was given up',
        params: Params,
        querystring: Limit,
        response: { 200: v.object({ deadLetters: v.array(DeadLetter) }) },
        failures,
      },
    },
    async ({ params, query }) => ({ deadLetters: await book().deadLetters(params.webhookId, query.limit) }),
  );
  api.post(
    `${path}/:webhookId/pause`,
    {
      schema: {
        operationId: 'pauseWebhook',
        tag,
        summary: 'Nothing is sent any more; nothing is lost',
        params: Params,
        response: done,
        failures,
      },
    },
    async ({ params }) => {
      await book().pause(params.webhookId);
      return {};
    },
  );
  api.post(
    `${path}/:webhookId/resume`,
    {
      schema: {
        operationId: 'resumeWebhook',
        tag,
        summary: 'Goes on where it was; what waits is sent at once',
        params: Params,
        response: done,
        failures,
      },
    },
    async ({ params }) => {
      await book().resume(params.webhookId);
      return {};
    },
  );
  api.post(
    `${path}/:webhookId/replay`,
    {
      schema: {
        operationId: 'replayWebhook',
        tag,
        summary: 'What happened since an instant, in one interaction, or was given up is sent again, with the same ids',
        params: Params,
        body: ReplayRequest,
        response: done,
        failures,
      },
    },
    async ({ params, body }) => {
      await book().replay(params.webhookId, 'from' in body ? { at: Date.parse(body.from) } : body);
      return {};
    },
  );
}
