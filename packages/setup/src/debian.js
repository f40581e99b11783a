import { existsSync } from 'node:fs';
import { cachePath } from './cache.js';
import { CommandError, runCommand } from './command.js';
import { withLock } from './lock.js';
import { ProvisionError } from './provision-error.js';

/** Whether this machine has Debian's packages (Debian itself or a distribution made from it). */
export function hasApt() {
  return process.platform === 'linux' && existsSync('/usr/bin/apt-get');
}

/** Whether we may install Debian's packages. Never by sudo: nobody asked for that. */
export function mayInstall() {
  return hasApt() && process.getuid?.() === 0;
}

let listsAreFresh = false;

/**
 * Installs the packages that are missing.
 * @param {readonly string[]} packages
 * @param {import('./progress.js').Progress} progress
 * @throws {ProvisionError} with the command to run when we may not, or apt cannot
 */
export async function installDebianPackages(packages, progress) {
  /** @type {string[]} */
  const missing = [];
  for (const name of packages) if (!(await isInstalled(name))) missing.push(name);
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!mayInstall()) throw new ProvisionError(`Run this as root, then run again: apt-get update && ${command}`);

  const onLine = (/** @type {string} */ line) => {
    const figure = aptFigure(line);
    if (figure) progress.figure(figure);
  };
  // RUNLEVEL keeps the packages from starting services of the machine: we want their programs only.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const flags = ['-y', '-o', 'DPkg::Lock::Timeout=300', '-o', 'APT::Status-Fd=1', '-o', 'Acquire::Retries=2'];
  try {
    await withLock(cachePath('locks', 'apt'), async () => {
      progress.figure('reading the package lists');
      if (!listsAreFresh) await runCommand('apt-get', ['update', ...flags], { env, timeoutMs: 180_000 });
      listsAreFresh = true;
      await runCommand('apt-get', ['install', '--no-install-recommends', ...flags, ...missing], {
        env,
        onLine,
        timeoutMs: 900_000,
      });
    });
  } catch (error) {
    const stated = error instanceof CommandError ? `\n${error.lastWords}` : '';
    throw new ProvisionError(`apt-get could not install ${missing.join(' ')}. Try by hand: ${command}${stated}`, error);
  } finally {
    progress.figure('');
  }
}

/**
 * @param {string} name
 */
async function isInstalled(name) {
  const status = await runCommand('dpkg', ['--status', name], { timeoutMs: 20_000 }).catch(() => '');
  return /^Status: .* installed$/m.test(status);
}

/**
 * What a line of apt's status says of how far it is.
 * @param {string} line
 */
export function aptFigure(line) {
  const [, kind, percent] = /^(dl|pm)status:.*?:([\d.]+):/.exec(line) ?? [];
  if (percent === undefined) return undefined;
  return `${kind === 'dl' ? 'fetching' : 'unpacking'} ${Math.round(Number(percent))} %`;
}
