import { EntryPointId, EntryPointStanding, ProactiveInvites } from '@eyeline/protocol';
import * as v from 'valibot';
import { addressGroup } from '../../people/limits/address-group.ts';
import { KeyedBuckets } from '../../people/limits/keyed-buckets.ts';
import { Refusal } from '../../people/refusal.ts';
import { StandingCache } from '../../work/request/standing-cache.ts';
import type { HttpRooms } from '../http-rooms.ts';
import { allowOrigin } from '../route/allow-origin.ts';
import type { Api } from '../route/valibot-routes.ts';

/** So long a browser, or a proxy, may give the answer again: somebody who goes to lunch is waited for no longer. */
const mostAgeSeconds = 10;

const Standing = v.object({ ...EntryPointStanding.entries, proactive: v.optional(ProactiveInvites) });
const Params = v.object({ id: v.pipe(v.string(), v.examples(['support'])) });

/** How an entry point stands, for pages that have only the button of the chat. Anybody may ask, as often as `limits` say. */
export function entryPointRoutes(api: Api, rooms: () => HttpRooms): void {
  const look = createLook();
  api.get(
    '/api/v1/entry-points/:id/availability',
    {
      schema: {
        operationId: 'readAvailability',
        tag: 'entry-points',
        summary: 'Open or closed, when it opens, with the holiday, and what can be had now',
        params: Params,
        response: { 200: Standing },
        failures: ['unknown-entry-point', 'too-many-requests'],
      },
      config: { isForPages: true },
    },
    (request, reply) => {
      const open = rooms();
      const id = v.safeParse(EntryPointId, request.params.id);
      const own = id.success ? open.settings.siteEntryPoint(id.output)?.origins : undefined;
      // Pages that may open an interaction here.
      if (own) allowOrigin(request, reply, { origins: own });
      const standing = look(request.ip, id.success ? id.output : undefined, open);
      const untilChange = Math.floor(((standing.changesAt ?? Infinity) - standing.now) / 1000);
      reply.header('cache-control', `public, max-age=${Math.max(0, Math.min(mostAgeSeconds, untilChange))}`);
      const proactive = id.success ? open.settings.siteEntryPoint(id.output)?.proactive : undefined;
      const { proactive: _, ...said } = standing;
      return { ...said, ...(proactive && { proactive }) };
    },
  );
}

function createLook() {
  const known = new StandingCache();
  let limit: KeyedBuckets | undefined;
  return (address: string, id: EntryPointId | undefined, rooms: HttpRooms): EntryPointStanding => {
    const { standingBurst: burst, standingsPerMinute: perMinute } = rooms.settings.config.limits;
    limit ??= new KeyedBuckets({ burst, perMinute });
    const now = rooms.interaction.now();
    if (!limit.take(addressGroup(address), now)) throw new Refusal('too-many-requests', undefined, 60_000 / perMinute);
    const standing = id && known.find(rooms, id);
    if (!standing) throw new Refusal('unknown-entry-point');
    return { ...standing, now };
  };
}
