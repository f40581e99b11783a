import { X509Certificate } from 'node:crypto';
import { readText } from '../../settings/read-secret.ts';
import { ciscoSentences } from '../../settings/sentences/cisco.ts';
import { StartupError } from '../../settings/startup-error.ts';

/**
 * A file of certificate authorities. What is no certificate would be passed over in silence, and nobody be trusted by it.
 * @throws StartupError when it cannot be read or holds none
 */
export function readAuthority(file: string, path: string): string {
  const text = readText(file, path);
  try {
    new X509Certificate(text);
    return text;
  } catch {
    throw new StartupError(ciscoSentences.noAuthority(path, file));
  }
}
