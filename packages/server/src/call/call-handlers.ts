import type { CallId, Fact, InteractionId } from '@eyeline/protocol';
import * as v from 'valibot';
import { type Membership, requireCall, requireMembership, requireOpen } from '../interaction/access.ts';
import { type Handlers, once, onceAnew } from '../interaction/handler.ts';
import { hasDone } from '../interaction/own-facts.ts';
import type { Request } from '../interaction/request.ts';
import { Refusal } from '../people/refusal.ts';
import type { CallRooms, VideoPort } from './calls.ts';
import { iceFor } from './ice.ts';

const nothing = v.object({});

interface Named {
  readonly interactionId: InteractionId;
  readonly callId: CallId;
}

type Names = 'call.propose' | 'call.accept' | 'call.decline' | 'call.end' | 'call.signal';

/** @throws Refusal unless video is possible here and now */
function requireVideo({ settings }: CallRooms, { log }: Membership): 'p2p' | 'sfu' {
  const { entryPointId, participants } = log.interaction;
  const entryPoint = entryPointId && settings.entryPoint(entryPointId);
  const isServed = participants.some(one => one.role === 'agent' && one.presence !== 'left');
  // Face to face with a colleague comes with rooms for more than two.
  if (!entryPoint?.video || !isServed || log.consult) throw new Refusal('call-not-allowed');
  return entryPoint.media;
}

/** Whether the one who asks has done this to the call before. */
function hasDoneTo(rooms: CallRooms, request: Request, { interactionId, callId }: Named, type: Fact['type']): boolean {
  const log = rooms.interaction.logs.get(interactionId);
  return hasDone(log, request, fact => fact.type === type && 'callId' in fact && fact.callId === callId);
}

/** @throws Refusal unless a call may be proposed here and now */
function requireProposable(rooms: CallRooms, request: Request, named: Named) {
  const membership = requireMembership(rooms, request, named.interactionId);
  requireOpen(membership);
  const media = requireVideo(rooms, membership);
  if (membership.log.interaction.call) throw new Refusal('call-in-progress');
  // A page that asks again after so long that nobody remembers must not bring about another call.
  if (hasDoneTo(rooms, request, named, 'call.proposed')) throw new Refusal('call-gone');
  return { ...membership, media };
}

/** The page that asks is the one that is in the call. */
function takePlace(rooms: CallRooms, interactionId: InteractionId, request: Request) {
  const { caller } = request;
  const { identity, log } = requireMembership(rooms, request, interactionId);
  const { participantId } = identity;
  rooms.call.setPage(interactionId, participantId, caller);
  const { entryPointId } = log.interaction;
  return iceFor(rooms.settings, {
    ...{ entryPointId, now: rooms.interaction.now() },
    name: `${interactionId}.${participantId}`,
  });
}

/** From a proposal to the end of a call. What flows in between goes by `call.signal`, or by media.* through the SFU. */
export const callHandlers = (rooms: CallRooms, video: VideoPort) =>
  ({
    'call.propose': onceAnew({
      // While it goes on, `call-in-progress` says so.
      wasDone: (input, request) =>
        rooms.interaction.logs.get(input.interactionId)?.interaction.call?.callId !== input.callId &&
        hasDoneTo(rooms, request, input, 'call.proposed'),
      prepare: async (input, request) => {
        const { log } = requireProposable(rooms, request, input);
        await video.enter(log);
      },
      carryOut: (change, { interactionId, callId }, request) => {
        const { identity, log, media } = requireProposable(rooms, request, { interactionId, callId });
        change.append(log, { type: 'call.proposed', callId, participantId: identity.participantId, media });
        return {};
      },
      result: nothing,
      answer: (_, { interactionId }, request) => takePlace(rooms, interactionId, request),
    }),

    'call.accept': onceAnew({
      wasDone: (input, request) => hasDoneTo(rooms, request, input, 'call.accepted'),
      prepare: () => {},
      carryOut: (change, { interactionId, callId }, request) => {
        const { caller } = request;
        const membership = requireMembership(rooms, request, interactionId);
        const { participantId } = membership.identity;
        const call = requireCall(membership, callId, 'proposed');
        if (call.proposerId === participantId) throw new Refusal('not-allowed');
        change.append(membership.log, { type: 'call.accepted', callId, participantId });
        rooms.call.setPage(interactionId, participantId, caller);
        return {};
      },
      result: nothing,
      answer: (_, { interactionId }, request) => takePlace(rooms, interactionId, request),
    }),

    'call.decline': once({
      wasDone: (input, request) => hasDoneTo(rooms, request, input, 'call.declined'),
      carryOut: (change, { interactionId, callId }, request) => {
        const membership = requireMembership(rooms, request, interactionId);
        const { participantId } = membership.identity;
        const call = requireCall(membership, callId, 'proposed');
        if (call.proposerId === participantId) throw new Refusal('not-allowed');
        change.append(membership.log, { type: 'call.declined', callId, participantId });
        rooms.call.leaveVideo(change, membership.log);
        return {};
      },
    }),

    'call.end': once({
      wasDone: (input, request) => hasDoneTo(rooms, request, input, 'call.ended'),
      carryOut: (change, { interactionId, callId, reason }, request) => {
        const membership = requireMembership(rooms, request, interactionId);
        requireCall(membership, callId);
        rooms.call.end(change, membership.log, membership.identity.participantId, reason);
        return {};
      },
    }),

    'call.signal': ({ interactionId, callId, signal }, request) => {
      const { caller } = request;
      const membership = requireMembership(rooms, request, interactionId);
      requireCall(membership, callId, 'active');
      const { participantId } = membership.identity;
      rooms.call.setPage(interactionId, participantId, caller);
      const payload = { interactionId, callId, participantId, signal };
      rooms.call.notifyOthers(membership.log, participantId, 'call.signalled', payload);
      return {};
    },
  }) satisfies Pick<Handlers, Names>;
