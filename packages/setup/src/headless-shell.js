import { existsSync } from 'node:fs';
import { exitCode } from './command.js';
import { installDebianPackages, mayInstall } from './debian.js';
import { startProgress } from './progress.js';
import { ProvisionError } from './provision-error.js';

const name = 'chromium-headless-shell';
const installedPath = `/usr/bin/${name}`;

/**
 * Chromium without its windows, for journeys, which take half the processor's time in it: EYELINE_HEADLESS_SHELL, else an installed
 * one, else Debian's. Nothing depends on it: where there is none, journeys are made in the whole Chromium.
 * @returns {Promise<string | undefined>} the path of the binary
 */
export async function provideHeadlessShell() {
  const given = process.env.EYELINE_HEADLESS_SHELL;
  if (given) {
    if (await runs(given)) return given;
    throw new ProvisionError(
      `EYELINE_HEADLESS_SHELL is ${given}, which does not run. Correct or unset it and run again.`,
    );
  }
  if (await runs(installedPath)) return installedPath;
  // Not where it could only be tried in vain.
  if (!mayInstall() || (await exitCode('apt-cache', ['show', name])) !== 0) return undefined;

  const progress = startProgress('Installing Chromium without windows', 'half a minute');
  try {
    await installDebianPackages([name], progress);
    progress.done(installedPath);
    return installedPath;
  } catch (error) {
    progress.skipped(error instanceof ProvisionError ? error.message : String(error));
    return undefined;
  }
}

/**
 * @param {string} path
 */
async function runs(path) {
  return existsSync(path) && (await exitCode(path, ['--version'])) === 0;
}
