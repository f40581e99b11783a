import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { hasApt, installDebianPackages } from './debian.js';
import { startProgress } from './progress.js';
import { ProvisionError } from './provision-error.js';

/**
 * The TURN server through which calls are tested: EYELINE_COTURN, else an installed one, else Debian's package.
 * @returns {Promise<string>} the path of `turnserver`
 */
export async function provideCoturn() {
  const given = process.env.EYELINE_COTURN;
  if (given) {
    if (existsSync(given)) return given;
    throw new ProvisionError(`EYELINE_COTURN is ${given}, which is not there. Correct or unset it.`);
  }
  const installed = findCoturn();
  if (installed) return installed;

  const progress = startProgress('Installing coturn', 'a few seconds');
  try {
    // The networks that know nothing of each other are made by ip.
    if (hasApt()) await installDebianPackages(['coturn', 'iproute2'], progress);
    const path = findCoturn();
    if (!path) {
      throw new ProvisionError(
        'The tests need the TURN server coturn. Install it (4.6 or later), or point EYELINE_COTURN at its program turnserver.',
      );
    }
    progress.done(path);
    return path;
  } catch (error) {
    progress.failed('it could not be installed');
    throw error;
  }
}

function findCoturn() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  return folders.map(folder => join(folder, 'turnserver')).find(path => existsSync(path));
}
