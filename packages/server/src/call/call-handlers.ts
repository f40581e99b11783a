import type { InteractionId } from '@eyeline/protocol';
import * as v from 'valibot';
import { requireCall, requireOpen, requireSeat, type Seat } from '../interaction/access.ts';
import { type Handlers, once, onceAnew } from '../interaction/handler.ts';
import type { Request } from '../interaction/request.ts';
import { Refusal } from '../people/refusal.ts';
import { endCall, leaveVideo } from '../work/closing.ts';
import { enterVideo } from '../work/enter-video.ts';

const nothing = v.object({});

type Names = 'call.propose' | 'call.accept' | 'call.decline' | 'call.end' | 'call.signal';

/** @throws Refusal unless video is possible here and now */
function requireVideo({ log }: Seat, { centre }: Request): 'p2p' | 'sfu' {
  const { entryPointId, participants } = log.interaction;
  const entryPoint = entryPointId && centre.entryPoint(entryPointId);
  const isServed = participants.some(one => one.role === 'agent' && one.presence !== 'left');
  // Face to face with a colleague comes with rooms for more than two.
  if (!entryPoint?.video || !isServed || log.consult) throw new Refusal('call-not-allowed');
  return entryPoint.media;
}

/** @throws Refusal unless a call may be proposed here and now */
function requireProposable(request: Request, interactionId: InteractionId) {
  const seat = requireSeat(request, interactionId);
  requireOpen(seat);
  const media = requireVideo(seat, request);
  if (seat.log.interaction.call) throw new Refusal('call-in-progress');
  return { ...seat, media };
}

/** The page that asks is the one that is in the call. */
function takePlace(_: object, { interactionId }: { readonly interactionId: InteractionId }, request: Request) {
  const { centre, caller } = request;
  const { identity } = requireSeat(request, interactionId);
  centre.callSeats.sit(interactionId, identity.participantId, caller);
  return { iceServers: centre.config.iceServers };
}

/** From a proposal to the end of a call. What flows in between goes by `call.signal`, or by media.* through the SFU. */
export const callHandlers = {
  'call.propose': onceAnew({
    prepare: async ({ interactionId }, request) => {
      const { log } = requireProposable(request, interactionId);
      await enterVideo(request.centre, log);
    },
    carryOut: (change, { interactionId, callId }, request) => {
      const { identity, log, media } = requireProposable(request, interactionId);
      change.append(log, { type: 'call.proposed', callId, participantId: identity.participantId, media });
      return {};
    },
    result: nothing,
    answer: takePlace,
  }),

  'call.accept': onceAnew({
    prepare: () => {},
    carryOut: (change, { interactionId, callId }, request) => {
      const { centre, caller } = request;
      const seat = requireSeat(request, interactionId);
      const { participantId } = seat.identity;
      const call = requireCall(seat, callId, 'proposed');
      if (call.proposerId === participantId) throw new Refusal('not-allowed');
      change.append(seat.log, { type: 'call.accepted', callId, participantId });
      centre.callSeats.sit(interactionId, participantId, caller);
      return {};
    },
    result: nothing,
    answer: takePlace,
  }),

  'call.decline': once({
    carryOut: (change, { interactionId, callId }, request) => {
      const seat = requireSeat(request, interactionId);
      const { participantId } = seat.identity;
      const call = requireCall(seat, callId, 'proposed');
      if (call.proposerId === participantId) throw new Refusal('not-allowed');
      change.append(seat.log, { type: 'call.declined', callId, participantId });
      leaveVideo(request.centre, change, seat.log);
      return {};
    },
  }),

  'call.end': once({
    carryOut: (change, { interactionId, callId, reason }, request) => {
      const seat = requireSeat(request, interactionId);
      const { centre } = request;
      requireCall(seat, callId);
      endCall(centre, change, seat.log, seat.identity.participantId, reason);
      return {};
    },
  }),

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
} satisfies Pick<Handlers, Names>;
