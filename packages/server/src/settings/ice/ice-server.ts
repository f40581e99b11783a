import * as v from 'valibot';
import { SecretSource } from '../secret-source.ts';

const host = String.raw`([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?`;
// RFC 7064 and 7065. A browser refuses all servers for one address that it cannot read.
const forms = new RegExp(
  `^(stuns?:${host}|turn:${host}(\\?transport=(udp|tcp))?|turns:${host}(\\?transport=tcp)?)$`,
  'i',
);
const Url = v.pipe(
  v.string(),
  v.regex(
    forms,
    'an address like stun:HOST:3478, turn:HOST:3478?transport=udp, turn:HOST:3478?transport=tcp or turns:HOST:443?transport=tcp',
  ),
);
const text = v.pipe(v.string(), v.minLength(1));

/** As the site writes it: with a user name and a credential that are always the same, or with a secret to make them from. */
export const SiteIceServer = v.strictObject({
  urls: v.union([Url, v.pipe(v.array(Url), v.minLength(1, 'at least one address'))], 'an address, or a list of them'),
  username: v.optional(text),
  credential: v.optional(v.union([text, SecretSource], 'a text, { "env": "NAME" } or { "file": "PATH" }')),
  /** Shared with the TURN server (`static-auth-secret` of coturn): each participant of each call gets a credential of their own. */
  secret: v.optional(SecretSource),
  /** How long such a credential lets in: longer than a call lasts, so that it may find another way until its end. */
  lifetimeMs: v.optional(v.pipe(v.number(), v.minValue(60_000), v.maxValue(7 * 24 * 3_600_000)), 4 * 3_600_000),
});
export type SiteIceServer = v.InferOutput<typeof SiteIceServer>;

/**
 * Where the site says nothing: pages behind two routers find each other, which without any server they do not. It learns the
 * addresses of both, and nothing else. A site with a TURN server of its own needs no other: it answers STUN too.
 */
export const publicIceServers = [{ urls: 'stun:stun.cloudflare.com:3478' }];

export const urlsOf = ({ urls }: Pick<SiteIceServer, 'urls'>): readonly string[] => [urls].flat();
export const isTurn = (url: string): boolean => /^turns?:/i.test(url);
