import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { hasApt, installDebianPackages } from './debian.js';
import { startProgress } from './progress.js';
import { ProvisionError } from './provision-error.js';

/**
 * The pooler that the store is tested behind: EYELINE_PGBOUNCER, else an installed one, else Debian's package.
 * @returns {Promise<string>} the path of `pgbouncer`
 */
export async function providePgbouncer() {
  const given = process.env.EYELINE_PGBOUNCER;
  if (given) {
    if (existsSync(given)) return given;
    throw new ProvisionError(`EYELINE_PGBOUNCER is ${given}, which is not there. Correct or unset it.`);
  }
  const installed = findPgbouncer();
  if (installed) return installed;

  const progress = startProgress('Installing PgBouncer', 'a few seconds');
  try {
    if (hasApt()) await installDebianPackages(['pgbouncer'], progress);
    const path = findPgbouncer();
    if (!path) {
      throw new ProvisionError(
        'The tests need the pooler PgBouncer. Install it (1.18 or later), or point EYELINE_PGBOUNCER at its program.',
      );
    }
    progress.done(path);
    return path;
  } catch (error) {
    progress.failed('it could not be installed');
    throw error;
  }
}

function findPgbouncer() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin'];
  return folders.map(folder => join(folder, 'pgbouncer')).find(path => existsSync(path));
}
