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
  try {
    return text.trimStart().startsWith('{')
      ? createPublicKey({ key: JSON.parse(text), format: 'jwk' })
      : createPublicKey(text);
  } catch {
    throw new StartupError(startupSentences.noPublicKey(`${path}.publicKey`));
  }
}
