import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { exitCode } from './command.js';
import { hasApt, installDebianPackages } from './debian.js';
import { startProgress } from './progress.js';
import { ProvisionError } from './provision-error.js';

const advice = 'Install Firefox (140 or later), or point EYELINE_FIREFOX at its binary, and run again.';

/**
 * The Firefox in which calls are tested beside Chromium: EYELINE_FIREFOX, else an installed one, else Debian's.
 * @returns {Promise<string>} the path of the binary
 */
export async function provideFirefox() {
  const given = process.env.EYELINE_FIREFOX;
  if (given) {
    if (await runs(given)) return given;
    throw new ProvisionError(`EYELINE_FIREFOX is ${given}, which does not run. Correct or unset it and run again.`);
  }
  const installed = await firstThatRuns(knownPaths());
  if (installed) return installed;

  const progress = startProgress('Installing Firefox', 'a minute');
  try {
    if (hasApt()) await installDebianPackages(['firefox-esr'], progress);
    const path = await firstThatRuns(knownPaths());
    if (!path) throw new ProvisionError(`The tests need Firefox. ${advice}`);
    progress.done(path);
    return path;
  } catch (error) {
    progress.failed('it could not be installed');
    throw error;
  }
}

function knownPaths() {
  if (process.platform === 'darwin') return ['/Applications/Firefox.app/Contents/MacOS/firefox'];
  if (process.platform === 'win32') return [join(process.env.PROGRAMFILES ?? '', 'Mozilla Firefox\\firefox.exe')];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return ['firefox-esr', 'firefox'].flatMap(name => [...folders, '/usr/bin'].map(folder => join(folder, name)));
}

/**
 * @param {readonly string[]} paths
 */
async function firstThatRuns(paths) {
  for (const path of paths) if (await runs(path)) return path;
  return undefined;
}

/**
 * @param {string} path
 */
async function runs(path) {
  // On Windows --version opens a window and says nothing.
  return existsSync(path) && (process.platform === 'win32' || (await exitCode(path, ['--version'])) === 0);
}
