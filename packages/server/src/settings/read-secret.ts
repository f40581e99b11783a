import { readFileSync } from 'node:fs';
import type { SecretSource } from './secret-source.ts';
import { startupSentences } from './sentences/startup.ts';
import { StartupError } from './startup-error.ts';

/**
 * The password that a configuration points to. It goes into no message.
 * @throws StartupError when there is none
 */
export function readSecret(source: SecretSource, path: string): string {
  if ('env' in source) {
    const secret = process.env[source.env];
    if (secret) return secret;
    throw new StartupError(startupSentences.environmentMissing(path, source.env));
  }
  const secret = readText(source.file, path).trim();
  if (secret) return secret;
  throw new StartupError(startupSentences.secretEmpty(path, source.file));
}

/** @throws StartupError when the file cannot be read */
export function readText(file: string, path: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StartupError(startupSentences.fileUnreadable(path, file));
  }
}
