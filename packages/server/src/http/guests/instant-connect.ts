import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Refusal } from '../../people/refusal.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';
import { requireOrigin } from '../../work/invitations/link.ts';
import { findAbout, linksAbout, meet, sendAbout } from '../../work/invitations/meet.ts';
import { readNumber } from '../../work/invitations/phone-number.ts';
import type { HttpRooms } from '../http-rooms.ts';
import { mostLinks, readJoseencrypt } from './joseencrypt-body.ts';
import { requireService } from './require-service.ts';

const originOf = (rooms: HttpRooms, { protocol, host }: FastifyRequest): string =>
  requireOrigin(rooms, `${protocol}://${host}`);

/** `POST /api/v2/joseencrypt`: links by which an agent and a caller meet, as Webex Instant Connect answers. */
export async function joseencrypt(request: FastifyRequest, rooms: HttpRooms) {
  const { tokenId } = await requireService(request, rooms, 'invitations');
  const { provideShortUrls, ...asked } = readJoseencrypt(request.body, rooms.interaction.now());
  const origin = originOf(rooms, request);
  rooms.work.invitationLimit.take(tokenId, asked.hosts + asked.guests);
  await findAbout(rooms, asked.subject);
  const { hosts, guests } = await rooms.interaction.change(change => meet(rooms, change, { ...asked, origin }));
  const shown = (code: string) => (provideShortUrls ? { cipher: code, short: code } : { cipher: code });
  return {
    host: hosts.map(shown),
    guest: guests.map(shown),
    ...(provideShortUrls ? { baseUrl: `${origin}/visit/` } : {}),
  };
}

const Numbers = v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.minLength(1), v.maxLength(mostLinks));
const MeetingInvite = v.object({
  meetingId: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  mobileNumbersWithCountryCode: v.unknown(),
});

/** `POST /api/v1/sms/meetingInvite`: each number gets a guest's link of its own by text message. */
export async function meetingInvite(request: FastifyRequest, rooms: HttpRooms) {
  const { tokenId } = await requireService(request, rooms, 'invitations');
  const body = v.safeParse(MeetingInvite, request.body);
  if (!body.success) throw new Refusal('invalid-payload', invitationSentences.meetingIdMissing);
  const given = v.safeParse(Numbers, body.output.mobileNumbersWithCountryCode);
  if (!given.success) throw new Refusal('invalid-payload', invitationSentences.noNumbers);
  const { byText, country } = rooms.settings.config.invitations;
  if (!byText) throw new Refusal('not-offered', invitationSentences.noText);
  const read = given.output.map(number => {
    try {
      return { number, to: readNumber(number, country) };
    } catch (error) {
      if (error instanceof Refusal) return { number, ...error.failure };
      throw error;
    }
  });
  const { meetingId } = body.output;
  await findAbout(rooms, meetingId);
  if (linksAbout(rooms, meetingId).length === 0) throw new Refusal('target-gone', invitationSentences.noMeeting);
  const numbers = [...new Set(read.flatMap(one => ('to' in one ? [one.to] : [])))];
  rooms.work.invitationLimit.take(tokenId, numbers.length);
  const sent = await rooms.interaction.change(change =>
    sendAbout(rooms, change, linksAbout(rooms, meetingId), numbers),
  );
  return {
    accepted: sent.map(({ to, invitationId }) => ({ number: to, invitationId })),
    refused: read.flatMap(one => ('to' in one ? [] : [one])),
  };
}

/** `/api/v1/space`: devices are not added here. */
export function space(): never {
  throw new Refusal('not-offered', invitationSentences.noSpaces);
}
