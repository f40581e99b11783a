import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { addressGroup } from '../../people/limits/address-group.ts';
import { Refusal } from '../../people/refusal.ts';
import { arrive, linkStanding, requireLink } from '../../work/invitations/arrive.ts';
import { companyOf, requireEntryPoint } from '../../work/invitations/link.ts';
import type { HttpRooms } from '../http-rooms.ts';

const Params = v.object({ code: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) });
/** What a guest's page holds, and comes back with. */
const Opening = v.object({ key: v.pipe(v.string(), v.regex(/^[\w-]{16,100}$/)) });

/** Whoever tries codes that are none is stopped after a few; who has one is not. */
function findLink(request: FastifyRequest, rooms: HttpRooms) {
  const network = addressGroup(request.ip);
  const { invitationLimit } = rooms.work;
  invitationLimit.requireFew(network);
  const params = v.safeParse(Params, request.params);
  try {
    if (!params.success) throw new Refusal('link-unknown');
    return { code: params.output.code, invitation: requireLink(rooms, params.output.code) };
  } catch (error) {
    if (error instanceof Refusal) invitationLimit.wasNone(network);
    throw error;
  }
}

/** `GET /api/v1/links/:code`: who invites, and to what. Nothing is used up by it: programs that preview links ask too. */
export function lookAtLink(request: FastifyRequest, rooms: HttpRooms) {
  const { invitation } = findLink(request, rooms);
  const { role, kind, entryPointId } = invitation;
  return { role, kind, standing: linkStanding(rooms, invitation), entryPointId, company: companyOf(rooms, invitation) };
}

/** `POST /api/v1/links/:code/open`: the guest comes, and is a customer from here on. */
export async function openLink(request: FastifyRequest, rooms: HttpRooms) {
  const { code, invitation } = findLink(request, rooms);
  const body = v.safeParse(Opening, request.body);
  if (!body.success) throw new Refusal('invalid-payload');
  const identity = await arrive(rooms, code, { ...body.output, network: addressGroup(request.ip) });
  const token = await rooms.people.tokens.forCustomer(identity);
  const { entryPointId, kind } = invitation;
  const { interactionId, participantId } = identity;
  return { token, interactionId, participantId, entryPointId, kind };
}

/** `GET /api/v1/links`: who is here, for the page of a link that is none. */
export function lookAtSite(_: FastifyRequest, rooms: HttpRooms) {
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
