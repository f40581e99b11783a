import { createHmac } from 'node:crypto';
import { readSecret } from '../../settings/read-secret.ts';
import type { SecretSource } from '../../settings/secret-source.ts';
import { webhookSentences } from '../../settings/sentences/webhooks.ts';
import { StartupError } from '../../settings/startup-error.ts';

const written = /^whsec_([A-Za-z0-9+/]+={0,2})$/;

/** @throws StartupError where it is missing, or has not the form of Standard Webhooks */
export function readSigningKey(source: SecretSource, path: string): Buffer {
  const [, base64] = written.exec(readSecret(source, path)) ?? [];
  const key = Buffer.from(base64 ?? '', 'base64');
  if (key.length < 24 || key.length > 64) throw new StartupError(webhookSentences.secretBad(path));
  return key;
}

/** One of each key, so that a receiver may have either of two while they are exchanged. `timestamp`: in seconds. */
export const signaturesOf = (keys: readonly Buffer[], id: string, timestamp: number, body: string): string =>
  keys.map(key => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`).join(' ');
