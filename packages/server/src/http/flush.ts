import { own } from '@eyeline/routing';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Refusal } from '../people/refusal.ts';
import { apiSentences } from '../settings/sentences/api.ts';
import type { HttpRooms } from './http-rooms.ts';

const Params = v.object({ id: v.string() });
const Body = v.nullish(v.strictObject({ toQueueId: v.optional(v.string()) }), {});

/** `POST /api/v1/queues/:id/flush`: everything that waits is moved to `toQueueId`, or told what is there instead. */
export async function flushQueue(request: FastifyRequest, rooms: HttpRooms) {
  const { id: queueId } = v.parse(Params, request.params);
  const body = v.safeParse(Body, request.body);
  if (!body.success) throw new Refusal('invalid-payload', apiSentences.flush);
  const { toQueueId } = body.output;
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
