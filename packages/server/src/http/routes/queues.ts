import { own, queueFigures, RoutingDomain } from '@eyeline/routing';
import * as v from 'valibot';
import { Refusal } from '../../people/refusal.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import { queueNameOf } from '../../work/desk.ts';
import type { HttpRooms } from '../http-rooms.ts';
import type { Api } from '../route/valibot-routes.ts';

const Span = v.pipe(v.number(), v.description('ms'));
const Wait = v.object({ expectedMs: v.number(), lowMs: v.number(), highMs: v.number() });
const DomainFigures = v.object({
  domain: RoutingDomain,
  waiting: v.number(),
  longestWaitMs: v.pipe(v.nullable(v.number()), v.description('Null: nobody waits.')),
  servable: v.pipe(v.boolean(), v.description('Whether anybody who is signed in could serve it.')),
  idle: v.pipe(v.number(), v.description('Agents who could be offered something now.')),
  wait: v.pipe(
    v.nullable(Wait),
    v.description('How long a request would wait that came now: four of five are in the range. Null: nobody is ready.'),
  ),
  meanHandleMs: Span,
});
const Queue = v.pipe(
  v.object({
    queueId: v.string(),
    name: v.string(),
    mode: v.picklist(['push', 'pull', 'both', 'outside']),
    waiting: v.number(),
    longestWaitMs: v.nullable(v.number()),
    domains: v.array(DomainFigures),
  }),
  v.title('Queue'),
);

const Params = v.object({ id: v.pipe(v.string(), v.examples(['default'])) });
const Flush = v.pipe(
  v.nullish(
    v.strictObject({
      toQueueId: v.pipe(
        v.optional(v.string()),
        v.description(
          'Where what waits goes; left out: it is closed, and the customers are told what is there instead.',
        ),
      ),
    }),
    {},
  ),
  v.metadata({ sentence: apiSentences.flush }),
  v.metadata({ example: { toQueueId: 'default' } }),
);
const Flushed = v.object({ moved: v.number(), closed: v.number() });

export function queueRoutes(api: Api, rooms: () => HttpRooms): void {
  api.get(
    '/api/v1/queues',
    {
      schema: {
        operationId: 'listQueues',
        tag: 'queues',
        summary: 'How each queue is doing, by domain: who waits, the longest wait, who is idle, the estimate',
        response: { 200: v.object({ queues: v.array(Queue) }) },
      },
    },
    () => ({ queues: queueOverview(rooms()) }),
  );
  api.post(
    '/api/v1/queues/:id/flush',
    {
      schema: {
        operationId: 'flushQueue',
        tag: 'queues',
        summary: 'Everything that waits is moved to another queue, or closed',
        params: Params,
        body: Flush,
        response: { 200: Flushed },
        failures: ['target-gone'],
      },
    },
    ({ params, body }) => flushQueue(params.id, body?.toQueueId, rooms()),
  );
}

function queueOverview(rooms: HttpRooms) {
  const { state } = rooms.work;
  return Object.entries(state.configuration.queues).map(([queueId, queue]) => {
    const domains = queueFigures(state, queueId).map(({ queueId: _, ...figures }) => figures);
    const waits = domains.flatMap(({ longestWaitMs }) => (longestWaitMs === null ? [] : [longestWaitMs]));
    return {
      queueId,
      name: queueNameOf(rooms, queueId) || queueId,
      mode: queue.mode,
      waiting: domains.reduce((sum, { waiting }) => sum + waiting, 0),
      longestWaitMs: waits.length === 0 ? null : Math.max(...waits),
      domains,
    };
  });
}

async function flushQueue(queueId: string, toQueueId: string | undefined, rooms: HttpRooms) {
  const { configuration } = rooms.work.state;
  for (const one of [queueId, ...(toQueueId === undefined ? [] : [toQueueId])])
    if (!own(configuration.queues, one)) throw new Refusal('target-gone', apiSentences.noSuchQueue(one));
  const effects = await rooms.interaction.change(change => {
    change.route({ type: 'queue.flushed', queueId, toQueueId });
    return change.effects;
  });
  return {
    moved: effects.filter(({ type }) => type === 'task.moved').length,
    closed: effects.filter(effect => effect.type === 'task.changed' && effect.ending === 'flushed').length,
  };
}
