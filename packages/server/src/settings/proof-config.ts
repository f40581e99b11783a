import * as v from 'valibot';
import { SecretSource } from './secret-source.ts';

/** A verifier of proofs as Turnstile, hCaptcha and reCAPTCHA have it: gets secret, response and remoteip. */
export const ProofConfig = v.strictObject({
  verifyUrl: v.pipe(v.string(), v.url(), v.regex(/^https?:/, 'an address that begins with https:')),
  secret: SecretSource,
  timeoutMs: v.optional(v.pipe(v.number(), v.minValue(1)), 3_000),
  /** What happens to customers while the verifier does not answer. */
  whenUnavailable: v.optional(v.picklist(['refuse', 'allow']), 'refuse'),
});
export type ProofConfig = v.InferOutput<typeof ProofConfig>;
