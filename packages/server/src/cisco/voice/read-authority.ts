import { X509Certificate } from 'node:crypto';
import { readText } from '../../settings/read-secret.ts';
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
    throw new StartupError(
      `${path}: the file ${file} is no certificate in PEM. Download tomcat.pem, or its CA, in Cisco Unified OS Administration > Security > Certificate Management.`,
    );
  }
}
