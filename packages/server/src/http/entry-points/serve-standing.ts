import { EntryPointId, type EntryPointStanding } from '@eyeline/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { addressGroup } from '../../people/limits/address-group.ts';
import { KeyedBuckets } from '../../people/limits/keyed-buckets.ts';
import { Refusal } from '../../people/refusal.ts';
import { answerOrRefuse } from '../answer-or-refuse.ts';
import { allowOrigin } from '../doctor.ts';
import { wrongMethod } from '../http-failures.ts';
import type { HttpRooms } from '../http-rooms.ts';
import { StandingCache } from './standing-cache.ts';

/** So long a browser, or a proxy, may give the answer again: somebody who goes to lunch is invited for no longer. */
const mostAgeSeconds = 10;

const url = '/api/v1/entry-points/:id/availability';

/**
 * How an entry point stands, for pages that have only the button of the chat: open or closed, when it opens, and what can be had
 * now. Anybody may ask, as often as `limits` say; pages of other sites read it where they may connect.
 */
export function serveStanding(app: FastifyInstance, getRooms: () => HttpRooms | undefined): void {
  const known = new StandingCache();
  let limit: KeyedBuckets | undefined;
  const answer = (request: FastifyRequest, reply: FastifyReply, rooms: HttpRooms): EntryPointStanding => {
    const { standingBurst: burst, standingsPerMinute: perMinute } = rooms.settings.config.limits;
    limit ??= new KeyedBuckets({ burst, perMinute });
    const now = rooms.interaction.now();
    if (!limit.take(addressGroup(request.ip), now))
      throw new Refusal('too-many-requests', undefined, 60_000 / perMinute);
    const { id } = request.params as { readonly id?: unknown };
    const asked = v.safeParse(EntryPointId, id);
    const standing = asked.success ? known.find(rooms, asked.output) : undefined;
    if (!standing) throw new Refusal('unknown-entry-point');
    const untilChange = Math.floor(((standing.changesAt ?? Infinity) - now) / 1000);
    reply.header('cache-control', `public, max-age=${Math.max(0, Math.min(mostAgeSeconds, untilChange))}`);
    return { ...standing, now };
  };
  app.get(url, (request, reply) => {
    const rooms = getRooms();
    if (rooms) allowOrigin(request, reply, originsFor(rooms, request));
    return answerOrRefuse(reply, rooms?.log, () => {
      if (!rooms) throw new Refusal('server-busy');
      return answer(request, reply, rooms);
    });
  });
  app.route({ method: ['POST', 'PUT', 'PATCH', 'DELETE'], url, handler: wrongMethod('GET') });
}

/** Pages that may open an interaction here. */
function originsFor({ settings }: HttpRooms, { params }: FastifyRequest) {
  const { id } = params as { readonly id?: string };
  const own = settings.config.entryPoints.find(({ entryPointId }) => entryPointId === id)?.origins;
  return own ? { origins: own } : settings.config;
}
