import * as v from 'valibot';
import { Refusal } from '../../people/refusal.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';

export const mostLinks = 25;
const defaultLifeMs = 15 * 60_000;
/** Instants in seconds are below this until the year 5138, those in ms above it since 1973. */
const firstMs = 100_000_000_000;

const text = (longest: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(longest));
const links = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 1);
const within = (least: number, most: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)));
const word = v.optional(v.string());
/** Until the last instant that a `Date` has; JSON can say `1e999`, which is a number too. */
const instant = v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(8_640_000_000_000_000)));

/** Names of claims are written in any case. */
const Claims = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform(claims => Object.fromEntries(Object.entries(claims).map(([name, value]) => [name.toLowerCase(), value]))),
  v.object({
    sub: text(200),
    nbf: instant,
    exp: instant,
    flow: v.optional(v.unknown()),
  }),
);

/** As Webex Instant Connect has it; what is not named here is ignored. */
export const Joseencrypt = v.pipe(
  v.object({
    aud: text(200),
    jwt: Claims,
    numHost: links,
    numGuest: links,
    provideShortUrls: v.optional(v.boolean(), false),
    loginUrlForHost: v.optional(v.boolean(), true),
    guestDisplayName: v.optional(text(80)),
    hostDisplayName: v.optional(text(80)),
    verticalType: word,
    jweAlg: word,
    enc: word,
    jwsAlg: word,
    saltLength: within(8, 128),
    iterations: within(1_000, 32_767),
  }),
  v.metadata({
    example: { aud: 'a4d886b0-979f-4e2c-a958-3e8c14605e51', jwt: { sub: 'call-1' }, provideShortUrls: true },
  }),
);

const msOf = (instant: number): number => Math.round(instant < firstMs ? instant * 1_000 : instant);

/** @throws Refusal that says why not */
export function readJoseencrypt(body: v.InferOutput<typeof Joseencrypt>, now: number) {
  const { jwt, numHost, numGuest, provideShortUrls, loginUrlForHost, guestDisplayName } = body;
  if (numHost + numGuest > mostLinks || numHost + numGuest < 1)
    throw new Refusal('too-many-links', invitationSentences.tooManyLinks);
  if (jwt.flow !== undefined && jwt.flow !== null) throw new Refusal('not-offered', invitationSentences.noRooms);
  if (!loginUrlForHost) throw new Refusal('not-offered', invitationSentences.signInNeeded);
  const notBefore = jwt.nbf === undefined ? null : msOf(jwt.nbf);
  const expiresAt = jwt.exp === undefined ? Math.max(now, notBefore ?? now) + defaultLifeMs : msOf(jwt.exp);
  if (expiresAt <= now || (notBefore !== null && expiresAt <= notBefore))
    throw new Refusal('invalid-payload', invitationSentences.lifeOver);
  return {
    ...{ subject: jwt.sub, hosts: numHost, guests: numGuest, notBefore, expiresAt, provideShortUrls },
    guestName: guestDisplayName ?? null,
  };
}
