import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { readSecret } from '../../settings/read-secret.ts';
import { startupSentences } from '../../settings/sentences/startup.ts';
import { StartupError } from '../../settings/startup-error.ts';
import type { IdentityKey } from '../../settings/visitors/identity-config.ts';

export interface VisitorKey {
  readonly kid: string | undefined;
  /** The only one with which it is used: what a token says of itself chooses nothing. */
  readonly algorithm: string;
  readonly key: KeyObject;
}

/** Shorter secrets are guessed. */
const shortestSecret = 32;

/** @throws StartupError where a key is missing, or is none */
export const visitorKeys = (keys: readonly IdentityKey[], path: string): readonly VisitorKey[] =>
  keys.map((one, index) => ({ kid: one.kid, algorithm: one.algorithm, key: keyOf(one, `${path}.${index}`) }));

function keyOf(one: IdentityKey, path: string): KeyObject {
  if ('secret' in one) {
    const secret = Buffer.from(readSecret(one.secret, `${path}.secret`));
    if (secret.length < shortestSecret) throw new StartupError(startupSentences.secretTooShort(`${path}.secret`));
    return createSecretKey(secret);
  }
  const { publicKey } = one;
  const text = typeof publicKey === 'string' ? publicKey : readSecret(publicKey, `${path}.publicKey`);
  const key = publicKeyIn(text);
  if (!key) throw new StartupError(startupSentences.noPublicKey(`${path}.publicKey`));
  if (!fits(one.algorithm, key)) throw new StartupError(startupSentences.otherKey(`${path}.publicKey`, one.algorithm));
  return key;
}

function publicKeyIn(text: string): KeyObject | null {
  try {
    return text.trimStart().startsWith('{')
      ? createPublicKey({ key: JSON.parse(text), format: 'jwk' })
      : createPublicKey(text);
  } catch {
    return null;
  }
}

const curves: Readonly<Record<string, string>> = { ES256: 'prime256v1', ES384: 'secp384r1', ES512: 'secp521r1' };

/** Whether a key is of the kind that its algorithm signs with (RFC 7518, 3.1; RFC 8037). */
function fits(algorithm: string, { asymmetricKeyType: type, asymmetricKeyDetails }: KeyObject): boolean {
  const curve = curves[algorithm];
  if (curve) return type === 'ec' && asymmetricKeyDetails?.namedCurve === curve;
  if (algorithm.startsWith('Ed')) return type === 'ed25519';
  return type === 'rsa' || (type === 'rsa-pss' && algorithm.startsWith('PS'));
}
