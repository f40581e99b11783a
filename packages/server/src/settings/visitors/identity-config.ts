import * as v from 'valibot';
import { SecretSource } from '../secret-source.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500));

/** What signs with one secret on both sides, and what with a pair of keys. A key is used with its own algorithm alone. */
export const secretAlgorithms = ['HS256', 'HS384', 'HS512'] as const;
export const keyAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA'] as const;

/** A key with which a site's own server signs, or has signed until it was changed. */
const IdentityKey = v.union(
  [
    v.strictObject({
      /** Which key it is, as the token's header says; left out: tried for every token of its algorithm. */
      kid: v.optional(text),
      algorithm: v.picklist(secretAlgorithms),
      /** At least 32 bytes. */
      secret: SecretSource,
    }),
    v.strictObject({
      kid: v.optional(text),
      algorithm: v.picklist(keyAlgorithms),
      /** PEM or JWK, or where it is. */
      publicKey: v.union([v.pipe(v.string(), v.minLength(1), v.maxLength(8000)), SecretSource]),
    }),
  ],
  `"algorithm" with "secret" (${secretAlgorithms.join(', ')}) or with "publicKey" (${keyAlgorithms.join(', ')})`,
);
export type IdentityKey = v.InferOutput<typeof IdentityKey>;

/** How a site's own server vouches for who is there: by tokens that it signs (JWT). */
export const IdentityConfig = v.strictObject({
  /** Whom a token has to be for. Who has the same id under the same audience is the same customer. */
  audience: text,
  /** Who a token has to be from; left out: whoever has the key. */
  issuer: v.optional(text),
  /** Several count at once, so that a key can be changed. */
  keys: v.optional(v.pipe(v.array(IdentityKey), v.maxLength(10)), []),
  /** Where the public keys are that count now; they are asked for again when a token names another one. */
  jwksUrl: v.optional(v.pipe(v.string(), v.url(), v.regex(/^https?:/, 'an address that begins with https:'))),
  /** How far the clocks of the two servers may differ. */
  clockSkewMs: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(600_000)), 30_000),
  /** For how long who is proven, and the agent who serves them, sees their earlier conversations; 0: not at all. */
  historyDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3650)), 365),
});
export type IdentityConfig = v.InferOutput<typeof IdentityConfig>;
