import type { Call, FailureCode, ParticipantId } from '@eyeline/protocol';
import { SfuError, type SfuErrorCode } from '@eyeline/sfu';
import type { Handlers } from '../interaction/handler.ts';
import type { Request } from '../interaction/request.ts';
import { Refusal } from '../people/refusal.ts';
import { type Named, requireSeat, type Seat } from './call-access.ts';
import type { CallRooms } from './call-port.ts';
import { roomIdOf } from './media-rooms.ts';

type Names = 'media.join' | 'media.connect' | 'media.produce' | 'media.consume' | 'media.resume';

/** One epoch of a call. */
interface Beginning extends Named {
  readonly epoch: number;
}

interface Place extends Seat, Beginning {
  readonly roomId: string;
  readonly participantId: ParticipantId;
}

const isNow = (call: Call | null, { callId, epoch }: Beginning): boolean =>
  call?.callId === callId && call.epoch === epoch;

/** @throws Refusal unless whoever asks is in this call, it goes through the SFU, and this is how it goes now */
function requirePlace(rooms: CallRooms, request: Request, beginning: Beginning): Place {
  const { interactionId, callId, epoch } = beginning;
  const seat = requireSeat(rooms, request, beginning);
  const { call, leg } = seat;
  if (call.epoch !== epoch) throw new Refusal('join-outdated');
  if (call.media !== 'sfu') throw new Refusal('call-not-allowed');
  if (rooms.call.sfu.state() !== 'ready') throw new Refusal('media-unavailable');
  const roomId = roomIdOf(interactionId, callId, epoch);
  return { ...seat, interactionId, callId, epoch, roomId, participantId: leg.participantId };
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
  'source-not-allowed': 'source-not-allowed',
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

/** Media through the SFU: only in an active call, only by those who are in it, only what the log allows. */
export const mediaHandlers = (rooms: CallRooms) =>
  ({
    'media.join': async (input, request) => {
      const place = requirePlace(rooms, request, input);
      const { roomId, participantId, log } = place;
      const roomPeer = await refusing(place, rooms.call.sfu.join(roomId, participantId));
      const { call } = log.interaction;
      if (isNow(call, place)) {
        rooms.call.media.opened(log, place);
        return roomPeer;
      }
      // The call may have ended, or begun anew, while the room was opened.
      rooms.call.sfu.leave(roomId, participantId);
      throw new Refusal(call?.callId === place.callId ? 'join-outdated' : 'call-gone');
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
      const { interactionId, callId, epoch, transportId, kind, source, rtpParameters } = input;
      const producer = await refusing(
        place,
        rooms.call.sfu.produce(roomId, participantId, { transportId, kind, source, rtpParameters }),
      );
      rooms.call.notifyOthers(log, participantId, 'media.produced', { interactionId, callId, epoch, producer });
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
