import { CallKind } from '@eyeline/protocol';
import type { FastifyReply } from 'fastify';
import * as v from 'valibot';
import { addressGroup } from '../../people/limits/address-group.ts';
import { Refusal } from '../../people/refusal.ts';
import { arrive, linkStanding, requireLink } from '../../work/invitations/arrive.ts';
import { companyOf, requireEntryPoint } from '../../work/invitations/link.ts';
import type { HttpRooms } from '../http-rooms.ts';

/** Of an invitation that another version has made, a call as any. */
const kindOf = (kind: string): CallKind => v.parse(v.fallback(CallKind, 'two-way'), kind);

/** Whoever tries codes that are none is stopped after a few; who has one is not. */
function findLink(code: string, address: string, rooms: HttpRooms) {
  const network = addressGroup(address);
  const { invitationLimit } = rooms.work;
  invitationLimit.requireFew(network);
  try {
    return requireLink(rooms, code);
  } catch (error) {
    if (error instanceof Refusal) invitationLimit.wasNone(network);
    throw error;
  }
}

/** Who invites, and to what. Nothing is used up by it: programs that preview links ask too. */
export function lookAtLink(code: string, address: string, rooms: HttpRooms) {
  const invitation = findLink(code, address, rooms);
  const { role, kind, entryPointId } = invitation;
  return {
    role,
    kind: kindOf(kind),
    standing: linkStanding(rooms, invitation),
    entryPointId,
    company: companyOf(rooms, invitation),
  };
}

/** The guest comes, and is a customer from here on. `key`: what their page holds, and comes back with. */
export async function openLink(code: string, address: string, key: string, rooms: HttpRooms) {
  const { entryPointId, kind } = findLink(code, address, rooms);
  const identity = await arrive(rooms, code, { key, network: addressGroup(address) });
  const token = await rooms.people.tokens.forCustomer(identity);
  const { interactionId, participantId } = identity;
  return { token, interactionId, participantId, entryPointId, kind: kindOf(kind) };
}

/** Who is here, for the page of a link that is none. */
export function lookAtSite(rooms: HttpRooms) {
  const { entryPointId } = requireEntryPoint(rooms);
  return { entryPointId, company: companyOf(rooms, { entryPointId }) };
}

/** The addresses that people open. They show a page and use nothing up; the code stands where no server hears of it. */
export function guestPath(code: string): string {
  return `/visit.html#${encodeURIComponent(code)}`;
}

export const hostPath = (code: string): string => `/desk.html#host=${encodeURIComponent(code)}`;

const Data = v.object({ data: v.pipe(v.string(), v.maxLength(200)) });

/** `/v/:code` and `/visit/:code`: the guest's page, or for a host the desk. */
export function openPage(rooms: HttpRooms | undefined, code: string, reply: FastifyReply): FastifyReply {
  const role = rooms?.interaction.invitations.find(code)?.role;
  return reply.header('cache-control', 'no-store').redirect(role === 'host' ? hostPath(code) : guestPath(code), 302);
}

/** `/gen/v1/login?data=` and `/gen/v1/talk?data=`. */
export function dataOf(query: unknown): string {
  const parsed = v.safeParse(Data, query);
  return parsed.success ? parsed.output.data : '';
}
