import { createHash } from 'node:crypto';
import { DOCTOR_PATH, DoctorBriefing } from '@eyeline/protocol';
import { iceFor } from '../../call/ice.ts';
import { addressGroup } from '../../people/limits/address-group.ts';
import { KeyedBuckets } from '../../people/limits/keyed-buckets.ts';
import { Refusal } from '../../people/refusal.ts';
import type { HttpRooms } from '../http-rooms.ts';
import type { Api } from '../route/valibot-routes.ts';

/** A check takes eight seconds; a slow network and a slow clock take the rest. */
const credentialMs = 120_000;

/** With what a page looks, before any call, whether one would work. Anybody may ask, as often as `limits` say. */
export function doctorRoutes(api: Api, rooms: () => HttpRooms): void {
  const brief = createBriefing();
  api.post(
    DOCTOR_PATH,
    {
      schema: {
        operationId: 'brief',
        tag: 'sign-in',
        summary: 'With what a call would be made now, for a page that looks whether one would work',
        response: { 200: DoctorBriefing },
        failures: ['too-many-requests'],
      },
      config: { isForPages: true },
    },
    request => brief(request.ip, rooms()),
  );
}

/** All who ask from one address share a name, by which the TURN server bounds what they open at once. */
function createBriefing() {
  let limit: KeyedBuckets | undefined;
  return (address: string, rooms: HttpRooms): DoctorBriefing => {
    const { config } = rooms.settings;
    const { doctorBurst: burst, doctorsPerMinute: perMinute } = config.limits;
    limit ??= new KeyedBuckets({ burst, perMinute });
    const group = addressGroup(address);
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
