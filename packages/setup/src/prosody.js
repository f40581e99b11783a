import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { hasApt, installDebianPackages } from './debian.js';
import { startProgress } from './progress.js';
import { ProvisionError } from './provision-error.js';

/**
 * The XMPP server that the notification client is tested against: EYELINE_PROSODY, else an installed one, else Debian's package.
 * @returns {Promise<string>} the path of `prosody`
 */
export async function provideProsody() {
  const given = process.env.EYELINE_PROSODY;
  if (given) {
    if (existsSync(given)) return given;
    throw new ProvisionError(`EYELINE_PROSODY is ${given}, which is not there. Correct or unset it.`);
  }
  const installed = findProsody();
  if (installed) return installed;

  const progress = startProgress('Installing Prosody', 'a few seconds');
  try {
    // OpenSSL makes the certificates of the tests.
    if (hasApt()) await installDebianPackages(['prosody', 'openssl'], progress);
    const path = findProsody();
    if (!path) {
      throw new ProvisionError(
        'The tests need the XMPP server Prosody. Install it (0.12 or later), or point EYELINE_PROSODY at its program.',
      );
    }
    progress.done(path);
    return path;
  } catch (error) {
    progress.failed('it could not be installed');
    throw error;
  }
}

function findProsody() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  return folders.map(folder => join(folder, 'prosody')).find(path => existsSync(path));
}
