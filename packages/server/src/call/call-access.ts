import {
  type Call,
  type CallId,
  type Fact,
  type InteractionId,
  kindAllows,
  type Leg,
  legOf,
  noSources,
  type Role,
  type Sources,
} from '@eyeline/protocol';
import { type Membership, requireCall, requireMembership } from '../interaction/access.ts';
import { hasDone } from '../interaction/own-facts.ts';
import type { Request } from '../interaction/request.ts';
import { Refusal } from '../people/refusal.ts';
import type { CallRooms } from './call-port.ts';
import { iceFor } from './ice.ts';

export interface Named {
  readonly interactionId: InteractionId;
  readonly callId: CallId;
}

/** Whether the one who asks has done this to the call before. */
export function hasDoneTo(
  rooms: CallRooms,
  request: Request,
  { interactionId, callId }: Named,
  type: Fact['type'],
): boolean {
  const log = rooms.interaction.logs.get(interactionId);
  return hasDone(log, request, fact => fact.type === type && 'callId' in fact && fact.callId === callId);
}

/** Somebody's place in a call that goes on. */
export interface Seat extends Membership {
  readonly call: Call;
  readonly leg: Leg;
}

/** @throws Refusal unless whoever asks takes part in this call, at this page if at any */
export function requireSeat(rooms: CallRooms, request: Request, named: Named): Seat {
  const membership = requireMembership(rooms, request, named.interactionId);
  const call = requireCall(membership, named.callId, 'active');
  const { participantId } = membership.identity;
  const leg = legOf(call, participantId);
  if (!leg) throw new Refusal('not-in-call');
  rooms.call.pages.claim(named.interactionId, named.callId, participantId, request.caller);
  return { ...membership, call, leg };
}

/** What a page says it shows, as far as a call of this kind has room for it. */
export function shownIn(kind: Call['kind'], role: Role, sources: Sources): Sources {
  const allowed = kindAllows(kind, role);
  const entries = allowed.map(source => [source, sources[source]]);
  return { ...noSources, ...Object.fromEntries(entries) };
}

/** What the page that is in the call needs for its media; a command that is repeated takes the call from no other. */
export function takePlace(rooms: CallRooms, { interactionId, callId }: Named, request: Request) {
  const { identity, log } = requireMembership(rooms, request, interactionId);
  const { participantId } = identity;
  if (log.interaction.call?.callId !== callId) throw new Refusal('call-gone');
  rooms.call.pages.claim(interactionId, callId, participantId, request.caller);
  return iceFor(rooms.settings, {
    ...{ entryPointId: log.interaction.entryPointId, now: rooms.interaction.now() },
    name: `${interactionId}.${participantId}`,
  });
}
