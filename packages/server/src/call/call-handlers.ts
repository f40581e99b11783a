import * as v from 'valibot';
import type { Handlers } from '../gateway/handler.ts';
import type { Request } from '../gateway/request.ts';
import { requireCall, requireOpen, requireSeat, type Seat, scopeOf } from '../interaction/access.ts';
import { endCall, leaveVideo } from '../interaction/closing.ts';
import { Refusal } from '../interaction/refusal.ts';
import { enterVideo } from './escalation.ts';

type Names = 'call.propose' | 'call.accept' | 'call.decline' | 'call.end' | 'call.signal';

const nothing = v.object({});

const onceBy = ({ identity }: Seat, name: Names, commandId: string) => ({
  scope: scopeOf(identity),
  name,
  commandId,
  answer: nothing,
});

/** @throws Refusal unless video is possible here and now */
function requireVideo({ log }: Seat, { centre }: Request): 'p2p' | 'sfu' {
  const { entryPointId, participants } = log.interaction;
  const entryPoint = entryPointId && centre.entryPoint(entryPointId);
  const isServed = participants.some(one => one.role === 'agent' && one.presence !== 'left');
  // Face to face with a colleague comes with rooms for more than two.
  if (!entryPoint?.video || !isServed || log.consult) throw new Refusal('call-not-allowed');
  return entryPoint.media;
}

/** From a proposal to the end of a call. What flows in between goes by `call.signal`, or by media.* through the SFU. */
export const callHandlers: Pick<Handlers, Names> = {
  'call.propose': async ({ commandId, interactionId, callId }, request) => {
    const { centre, caller } = request;
    const seat = requireSeat(request, interactionId);
    const { participantId } = seat.identity;
    const once = onceBy(seat, 'call.propose', commandId);
    const check = () => {
      requireOpen(seat);
      const media = requireVideo(seat, request);
      if (seat.log.interaction.call) throw new Refusal('call-in-progress');
      return media;
    };
    if (!centre.wasCarriedOut(once)) {
      check();
      await enterVideo(centre, seat.log);
    }
    await centre.once(once, change => {
      const media = check();
      change.append(seat.log, { type: 'call.proposed', callId, participantId, media });
      return {};
    });
    centre.callSeats.sit(interactionId, participantId, caller);
    return { iceServers: centre.config.iceServers };
  },

  'call.accept': async ({ commandId, interactionId, callId }, request) => {
    const { centre, caller } = request;
    const seat = requireSeat(request, interactionId);
    const { participantId } = seat.identity;
    await centre.once(onceBy(seat, 'call.accept', commandId), change => {
      const call = requireCall(seat, callId, 'proposed');
      if (call.proposerId === participantId) throw new Refusal('not-allowed');
      change.append(seat.log, { type: 'call.accepted', callId, participantId });
      centre.callSeats.sit(interactionId, participantId, caller);
      return {};
    });
    centre.callSeats.sit(interactionId, participantId, caller);
    return { iceServers: centre.config.iceServers };
  },

  'call.decline': ({ commandId, interactionId, callId }, request) => {
    const seat = requireSeat(request, interactionId);
    const { participantId } = seat.identity;
    return request.centre.once(onceBy(seat, 'call.decline', commandId), change => {
      const call = requireCall(seat, callId, 'proposed');
      if (call.proposerId === participantId) throw new Refusal('not-allowed');
      change.append(seat.log, { type: 'call.declined', callId, participantId });
      leaveVideo(request.centre, change, seat.log);
      return {};
    });
  },

  'call.end': ({ commandId, interactionId, callId, reason }, request) => {
    const seat = requireSeat(request, interactionId);
    const { centre } = request;
    return centre.once(onceBy(seat, 'call.end', commandId), change => {
      requireCall(seat, callId);
      endCall(centre, change, seat.log, seat.identity.participantId, reason);
      return {};
    });
  },

  'call.signal': ({ interactionId, callId, signal }, request) => {
    const { centre, caller } = request;
    const seat = requireSeat(request, interactionId);
    requireCall(seat, callId, 'active');
    const { participantId } = seat.identity;
    centre.callSeats.sit(interactionId, participantId, caller);
    for (const other of seat.log.interaction.participants) {
      if (other.participantId === participantId || other.presence === 'left') continue;
      const page = centre.callSeats.of(interactionId, other.participantId);
      for (const to of page ? [page] : centre.callers.of(other.participantId))
        to.tell('call.signalled', { interactionId, callId, participantId, signal });
    }
    return {};
  },
};
