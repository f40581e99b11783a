import { bothOn, type CallKind, type CommandInput, legOf } from '@eyeline/protocol';
import * as v from 'valibot';
import { type Membership, requireCall, requireMembership, requireOpen } from '../interaction/access.ts';
import { type Handlers, once, onceAnew } from '../interaction/handler.ts';
import type { Standing } from '../interaction/interaction-log.ts';
import type { Request } from '../interaction/request.ts';
import { Refusal } from '../people/refusal.ts';
import { hasDoneTo, type Named, shownIn, takePlace } from './call-access.ts';
import type { CallRooms, VideoPort } from './call-port.ts';
import { requireConsent } from './consent.ts';
import { acceptedKind, escalationOf } from './escalation.ts';

const nothing = v.object({});

type Names = 'call.propose' | 'call.accept' | 'call.decline' | 'call.end';

/** A person who asks, is refused, and asks again does not come near it. */
const proposalsPerMinute = 20;

/** Each proposal takes an agent whole and rings at the desk. @throws Refusal `too-many-requests` */
function requireFewProposals({ interaction }: CallRooms, { identity, log }: Membership): void {
  if (identity.role !== 'customer') return;
  const since = interaction.now() - 60_000;
  const lately = log
    .storedAfter(0)
    .filter(fact => fact.type === 'call.proposed' && fact.participantId === identity.participantId && fact.at > since);
  if (lately.length >= proposalsPerMinute) throw new Refusal('too-many-requests', undefined, 60_000);
}

/** @throws Refusal unless a call of that kind may be proposed here and now */
function requireProposable(
  rooms: CallRooms,
  video: VideoPort,
  request: Request,
  named: Named & { readonly kind?: CallKind | undefined },
): Membership {
  const membership = requireMembership(rooms, request, named.interactionId);
  requireOpen(membership);
  const { identity, log } = membership;
  const { kinds, obstacle } = escalationOf(rooms, video, log, identity.role);
  // Why the agent cannot be taken for it is said where that is tried.
  if (obstacle === 'not-offered' || obstacle === 'not-served') throw new Refusal('call-not-allowed');
  if (!obstacle && !kinds.includes(named.kind ?? 'two-way')) throw new Refusal('call-not-allowed');
  if (log.interaction.call) throw new Refusal('call-in-progress');
  requireFewProposals(rooms, membership);
  // A page that asks again after so long that nobody remembers must not bring about another call.
  if (hasDoneTo(rooms, request, named, 'call.proposed')) throw new Refusal('call-gone');
  return membership;
}

/** From a proposal to the end of a call. What happens in between: `in-call-handlers.ts`, `media-handlers.ts`. */
export const callHandlers = (rooms: CallRooms, video: VideoPort) =>
  ({
    'call.propose': onceAnew({
      // While it goes on, `call-in-progress` says so.
      wasDone: (input, request) =>
        rooms.interaction.logs.get(input.interactionId)?.interaction.call?.callId !== input.callId &&
        hasDoneTo(rooms, request, input, 'call.proposed'),
      prepare: async (input, request) => {
        const { log } = requireProposable(rooms, video, request, input);
        await video.enter(log);
      },
      carryOut: (change, input, request) => {
        const { callId, kind = 'two-way', sources = bothOn } = input;
        const { identity, log } = requireProposable(rooms, video, request, input);
        const { entryPointId } = log.interaction;
        requireConsent(rooms, change, log, { ...identity, callId, kind, consent: input.consent });
        change.append(log, {
          type: 'call.proposed',
          callId,
          participantId: identity.participantId,
          media: (entryPointId && rooms.settings.siteEntryPoint(entryPointId)?.media) || 'p2p',
          kind,
          sources: shownIn(kind, identity.role, sources),
        });
        rooms.call.pages.take(log.interactionId, callId, identity.participantId, request.caller);
        change.afterCommit(() => rooms.call.ringing.watch(rooms, log));
        return {};
      },
      result: nothing,
      answer: (_, input, request) => takePlace(rooms, input, request),
    }),

    'call.accept': onceAnew({
      wasDone: (input, request) => hasDoneTo(rooms, request, input, 'call.accepted'),
      prepare: () => {},
      carryOut: (change, input, request) => {
        const { interactionId, callId, sources = bothOn } = input;
        const membership = requireMembership(rooms, request, interactionId);
        const { identity, log } = membership;
        const { participantId, role } = identity;
        const call = requireCall(membership, callId, 'proposed');
        if (call.proposerId === participantId) throw new Refusal('not-allowed');
        const kind = acceptedKind(call.kind, input.kind, role, escalationOf(rooms, video, log, role));
        requireConsent(rooms, change, log, { participantId, role, callId, kind, consent: input.consent });
        change.append(log, {
          type: 'call.accepted',
          callId,
          participantId,
          sources: shownIn(kind, role, sources),
          ...(kind !== call.kind && { kind }),
        });
        rooms.call.pages.take(interactionId, callId, participantId, request.caller);
        return {};
      },
      result: nothing,
      answer: (_, input, request) => takePlace(rooms, input, request),
    }),

    'call.decline': once({
      wasDone: (input, request) => hasDoneTo(rooms, request, input, 'call.declined'),
      carryOut: (change, { interactionId, callId, later, consent: text }, request) => {
        const membership = requireMembership(rooms, request, interactionId);
        const { participantId } = membership.identity;
        const call = requireCall(membership, callId, 'proposed');
        if (call.proposerId === participantId) throw new Refusal('not-allowed');
        if (text !== undefined)
          change.append(membership.log, {
            type: 'call.consented',
            callId,
            participantId,
            kind: call.kind,
            text,
            agreed: false,
          });
        change.append(membership.log, { type: 'call.declined', callId, participantId, ...(later && { later }) });
        rooms.call.leaveVideo(change, membership.log);
        return {};
      },
    }),

    'call.end': once({
      wasDone: (input, request) => hasDoneTo(rooms, request, input, 'call.ended'),
      carryOut: (change, { interactionId, callId, ...said }, request) => {
        const membership = requireMembership(rooms, request, interactionId);
        requireCall(membership, callId);
        const { participantId } = membership.identity;
        const { reason, cause } = endingOf(membership.log.interaction, said);
        rooms.call.end(change, membership.log, participantId, reason, cause);
        return {};
      },
    }),
  }) satisfies Pick<Handlers, Names>;

/**
 * A page that heard nothing for long takes the other side for gone. Where all are there it was the way between them. Why a call
 * failed is said of those that did.
 */
function endingOf(
  { call, participants }: Standing,
  { reason, cause }: Pick<CommandInput<'call.end'>, 'reason' | 'cause'>,
): Pick<CommandInput<'call.end'>, 'reason' | 'cause'> {
  if (reason === 'failed') return { reason, cause };
  const isAway = participants.some(
    ({ participantId, presence }) => call && legOf(call, participantId) && presence !== 'present',
  );
  const hasFailed = reason === 'left' && call?.state === 'active' && !isAway;
  return hasFailed ? { reason: 'failed', cause: 'connection-lost' } : { reason };
}
