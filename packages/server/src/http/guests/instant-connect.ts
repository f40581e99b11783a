import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Refusal } from '../../people/refusal.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';
import { requireEntryPoint, requireOrigin } from '../../work/invitations/link.ts';
import { findAbout, linksAbout, meet, sendAbout } from '../../work/invitations/meet.ts';
import { readNumber } from '../../work/invitations/phone-number.ts';
import type { HttpRooms } from '../http-rooms.ts';
import { requireEntryPointOf } from '../route/asker.ts';
import { type Joseencrypt, mostLinks, readJoseencrypt } from './joseencrypt-body.ts';

const originOf = (rooms: HttpRooms, { protocol, host }: FastifyRequest): string =>
  requireOrigin(rooms, `${protocol}://${host}`);

/** Links by which an agent and a caller meet, as Webex Instant Connect answers. */
export async function joseencrypt(request: FastifyRequest, body: v.InferOutput<typeof Joseencrypt>, rooms: HttpRooms) {
  const { provideShortUrls, ...asked } = readJoseencrypt(body, rooms.interaction.now());
  requireEntryPointOf(request.asker, requireEntryPoint(rooms).entryPointId);
  const origin = originOf(rooms, request);
  rooms.work.invitationLimit.take(applicationOf(request), asked.hosts + asked.guests);
  await findAbout(rooms, asked.subject);
  const { hosts, guests } = await rooms.interaction.change(change => meet(rooms, change, { ...asked, origin }));
  const shown = (code: string) => (provideShortUrls ? { cipher: code, short: code } : { cipher: code });
  return {
    host: hosts.map(shown),
    guest: guests.map(shown),
    ...(provideShortUrls ? { baseUrl: `${origin}/visit/` } : {}),
  };
}

const numbersKey = 'mobileNumbersWithCountryCode';
export const MeetingInvite = v.pipe(
  v.object({
    meetingId: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    [numbersKey]: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.minLength(1), v.maxLength(mostLinks)),
  }),
  v.metadata({
    sentence: (path: string | null) =>
      path?.startsWith(numbersKey) ? invitationSentences.noNumbers : invitationSentences.meetingIdMissing,
  }),
  v.metadata({ example: { meetingId: 'call-1', [numbersKey]: ['+14155550100'] } }),
);

/** Each number gets a guest's link of its own by text message. */
export async function meetingInvite(
  request: Pick<FastifyRequest, 'asker'>,
  { meetingId, [numbersKey]: given }: v.InferOutput<typeof MeetingInvite>,
  rooms: HttpRooms,
) {
  requireEntryPointOf(request.asker, requireEntryPoint(rooms).entryPointId);
  const { byText, country } = rooms.settings.config.invitations;
  if (!byText) throw new Refusal('not-offered', invitationSentences.noText);
  const read = given.map(number => {
    try {
      return { number, to: readNumber(number, country) };
    } catch (error) {
      if (error instanceof Refusal) return { number, ...error.failure };
      throw error;
    }
  });
  await findAbout(rooms, meetingId);
  if (linksAbout(rooms, meetingId).length === 0) throw new Refusal('target-gone', invitationSentences.noMeeting);
  const numbers = [...new Set(read.flatMap(one => ('to' in one ? [one.to] : [])))];
  rooms.work.invitationLimit.take(applicationOf(request), numbers.length);
  const sent = await rooms.interaction.change(change =>
    sendAbout(rooms, change, linksAbout(rooms, meetingId), numbers),
  );
  return {
    accepted: sent.map(({ to, invitationId }) => ({ number: to, invitationId })),
    refused: read.flatMap(one => ('to' in one ? [] : [one])),
  };
}

/** Whose links they are, for the limit of links. */
const applicationOf = ({ asker }: Pick<FastifyRequest, 'asker'>): string =>
  asker.by === 'application' ? asker.applicationId : asker.by;

/** Devices are not added here. */
export function space(): never {
  throw new Refusal('not-offered', invitationSentences.noSpaces);
}
