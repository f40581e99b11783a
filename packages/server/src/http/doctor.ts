import { createHash } from 'node:crypto';
import type { DoctorBriefing } from '@eyeline/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { iceFor } from '../call/ice.ts';
import { addressGroup } from '../people/limits/address-group.ts';
import { KeyedBuckets } from '../people/limits/keyed-buckets.ts';
import { Refusal } from '../people/refusal.ts';
import type { Config } from '../settings/config.ts';
import type { HttpRooms } from './http-rooms.ts';

/** A check takes eight seconds; a slow network and a slow clock take the rest. */
const credentialMs = 120_000;

/**
 * `POST /api/v1/doctor`: with what a page looks, before any call, whether one would work. Anybody may ask, as often as
 * `limits` say. All who ask from one address share a name, by which the TURN server bounds what they open at once.
 */
export function createBriefing() {
  let limit: KeyedBuckets | undefined;
  return (request: FastifyRequest, rooms: HttpRooms): DoctorBriefing => {
    const { config } = rooms.settings;
    const { doctorBurst: burst, doctorsPerMinute: perMinute } = config.limits;
    limit ??= new KeyedBuckets({ burst, perMinute });
    const group = addressGroup(request.ip);
    const now = rooms.interaction.now();
    if (!limit.take(group, now)) throw new Refusal('too-many-requests', undefined, 60_000 / perMinute);
    const asker = createHash('sha256').update(group).digest('hex').slice(0, 12);
    return {
      ...iceFor(rooms.settings, { entryPointId: null, name: `doctor.${asker}`, now, mostMs: credentialMs }),
      mediaServer: mediaServerOf(rooms),
    };
  };
}

function mediaServerOf({ settings, call }: HttpRooms): DoctorBriefing['mediaServer'] {
  const { sfu, entryPoints } = settings.config;
  if (!entryPoints.some(({ media }) => media === 'sfu')) return null;
  const { announcedAddress: address = null, port } = sfu;
  return { address, port, isReady: call.sfu.state() === 'ready' };
}

/** The element stands on pages of other sites too: those that may connect may read the answer. */
export function allowOrigin(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { origins }: Pick<Config, 'origins'>,
): void {
  const { origin } = headers;
  if (!origins) reply.header('access-control-allow-origin', '*');
  else {
    // A cache must not give one page's answer to another.
    reply.header('vary', 'origin');
    if (origin !== undefined && origins.includes(origin)) reply.header('access-control-allow-origin', origin);
  }
}
