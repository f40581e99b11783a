import type { CallId, FailureCode, InteractionId, ParticipantId } from '@eyeline/protocol';
import { SfuError, type SfuErrorCode } from '@eyeline/sfu';
import { type Membership, requireCall, requireMembership } from '../interaction/access.ts';
import type { Handlers } from '../interaction/handler.ts';
import type { Request } from '../interaction/request.ts';
import { Refusal } from '../people/refusal.ts';
import { type CallRooms, roomIdOf } from './calls.ts';

type Names = 'media.join' | 'media.connect' | 'media.produce' | 'media.consume' | 'media.resume';

interface Place extends Membership {
  readonly callId: CallId;
  readonly roomId: string;
  readonly participantId: ParticipantId;
}

/** @throws Refusal unless whoever asks is in this call and it goes through the SFU */
function requirePlace(
  rooms: CallRooms,
  request: Request,
  { interactionId, callId }: { interactionId: InteractionId; callId: CallId },
): Place {
  const membership = requireMembership(rooms, request, interactionId);
  if (requireCall(membership, callId, 'active').media !== 'sfu') throw new Refusal('call-not-allowed');
  if (rooms.call.sfu.state() !== 'ready') throw new Refusal('media-unavailable');
  return {
    ...membership,
    callId,
    roomId: roomIdOf(interactionId, callId),
    participantId: membership.identity.participantId,
  };
}

/** What the SFU refuses, said in the words of the wire. */
const codes: Readonly<Record<SfuErrorCode, FailureCode>> = {
  'not-ready': 'media-unavailable',
  // The call is there, as was asked before: nobody has joined its media.
  'no-room': 'not-in-call',
  'no-peer': 'not-in-call',
  'outdated-join': 'join-outdated',
  'no-transport': 'transport-gone',
  'no-producer': 'producer-gone',
  'no-consumer': 'consumer-gone',
  'own-producer': 'own-producer',
  'invalid-parameters': 'invalid-payload',
  'unsupported-codec': 'codec-not-supported',
};

async function refusing<T>({ log, callId }: Place, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof SfuError)) throw error;
    // It may have ended while the SFU was asked.
    throw new Refusal(log.interaction.call?.callId === callId ? codes[error.code] : 'call-gone');
  }
}

/** Media through the SFU: only in an active call, only by those who are in it. */
export const mediaHandlers = (rooms: CallRooms) =>
  ({
    'media.join': async (input, request) => {
      const { caller } = request;
      const place = requirePlace(rooms, request, input);
      const { roomId, participantId, log } = place;
      rooms.call.setPage(input.interactionId, participantId, caller);
      const roomPeer = await refusing(place, rooms.call.sfu.join(roomId, participantId));
      // The call may have ended while the room was opened.
      if (log.interaction.call?.callId === input.callId) return roomPeer;
      rooms.call.sfu.closeRoom(roomId);
      throw new Refusal('call-gone');
    },

    'media.connect': async (input, request) => {
      const place = requirePlace(rooms, request, input);
      const { transportId, dtlsParameters } = input;
      await refusing(place, rooms.call.sfu.connect(place.roomId, place.participantId, transportId, dtlsParameters));
      return {};
    },

    'media.produce': async (input, request) => {
      const place = requirePlace(rooms, request, input);
      const { roomId, participantId, log } = place;
      const { interactionId, callId, transportId, kind, source, rtpParameters } = input;
      const producer = await refusing(
        place,
        rooms.call.sfu.produce(roomId, participantId, { transportId, kind, source, rtpParameters }),
      );
      rooms.call.notifyOthers(log, participantId, 'media.produced', { interactionId, callId, producer });
      return { producerId: producer.producerId };
    },

    'media.consume': (input, request) => {
      const place = requirePlace(rooms, request, input);
      const { producerId, rtpCapabilities } = input;
      return refusing(place, rooms.call.sfu.consume(place.roomId, place.participantId, producerId, rtpCapabilities));
    },

    'media.resume': async (input, request) => {
      const place = requirePlace(rooms, request, input);
      await refusing(place, rooms.call.sfu.resume(place.roomId, place.participantId, input.consumerId));
      return {};
    },
  }) satisfies Pick<Handlers, Names>;
