import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { hasApt, installDebianPackages } from './debian.js';
import { startProgress } from './progress.js';
import { ProvisionError } from './provision-error.js';

const executable = process.platform === 'win32' ? '.exe' : '';

/**
 * The programs of a PostgreSQL server, for tests: EYELINE_POSTGRES_BIN, else an installed one, else Debian's package.
 * @returns {Promise<string>} the folder that holds `postgres` and `initdb`
 */
export async function providePostgresql() {
  const given = process.env.EYELINE_POSTGRES_BIN;
  if (given) {
    if (hasServer(given)) return given;
    throw new ProvisionError(
      `EYELINE_POSTGRES_BIN is ${given}, which holds no postgres and initdb. Correct or unset it.`,
    );
  }
  const installed = findServer();
  if (installed) return installed;

  const progress = startProgress('Installing PostgreSQL', 'about half a minute');
  try {
    if (hasApt()) await installDebianPackages(['postgresql'], progress);
    const directory = findServer();
    if (!directory) {
      throw new ProvisionError(
        'The tests need a PostgreSQL server. Install one, or point EYELINE_POSTGRES_BIN at its bin folder.',
      );
    }
    progress.done(directory);
    return directory;
  } catch (error) {
    progress.failed('it could not be installed');
    throw error;
  }
}

function findServer() {
  return [...foldersOnPath(), ...knownFolders()].find(hasServer);
}

/** The folders of the `postgres` on PATH; Debian and Homebrew link it out of the folder that has the others too. */
function foldersOnPath() {
  const key = Object.keys(process.env).find(name => name.toUpperCase() === 'PATH') ?? 'PATH';
  return (process.env[key] ?? '')
    .split(delimiter)
    .map(folder => join(folder, `postgres${executable}`))
    .filter(path => existsSync(path))
    .map(path => dirname(realpathSync(path)));
}

function knownFolders() {
  if (process.platform === 'win32') return versions('C:\\Program Files\\PostgreSQL');
  if (process.platform === 'darwin')
    return ['/opt/homebrew/opt/postgresql/bin', '/usr/local/opt/postgresql/bin', ...versions('/Library/PostgreSQL')];
  return versions('/usr/lib/postgresql');
}

/**
 * The bin folders of the versions under a folder, newest first.
 * @param {string} home
 */
function versions(home) {
  if (!existsSync(home)) return [];
  return readdirSync(home)
    .filter(name => /^\d/.test(name))
    .sort((one, other) => Number.parseFloat(other) - Number.parseFloat(one))
    .map(version => join(home, version, 'bin'));
}

/**
 * @param {string} folder
 */
function hasServer(folder) {
  return ['postgres', 'initdb'].every(program => existsSync(join(folder, program + executable)));
}
