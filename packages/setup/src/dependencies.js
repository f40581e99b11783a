import { existsSync, readFileSync } from 'node:fs';
import { CommandError } from './command.js';
import { withLock } from './lock.js';
import { nodeEnvironment } from './node-runtime.js';
import { npm } from './npm.js';
import { startProgress } from './progress.js';
import { projectDirectory, projectPath } from './project.js';
import { ProvisionError } from './provision-error.js';

/**
 * Installs the npm dependencies when those in node_modules are not the ones that the lockfile names.
 * @param {string} node the Node that npm runs under
 */
export async function provideDependencies(node) {
  if (areInstalled()) return;
  await withLock(projectPath('.cache', 'dependencies.lock'), async () => {
    if (areInstalled()) return;
    const progress = startProgress('Installing the npm dependencies', 'about half a minute');
    try {
      const env = nodeEnvironment(node);
      // Left to itself npm would take the omissions of a production environment.
      await npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
        node,
        env,
        cwd: projectDirectory,
        timeoutMs: 900_000,
      });
      progress.done();
    } catch (error) {
      progress.failed('npm ci did not succeed');
      const stated = error instanceof CommandError ? complaint(error.output) : '';
      throw new ProvisionError(
        `The npm dependencies could not be installed. Mend this and run again:\n${stated}`,
        error,
      );
    }
  });
}

function areInstalled() {
  const installed = projectPath('node_modules', '.package-lock.json');
  return (
    existsSync(installed) && isSatisfied(lockedPackages(projectPath('package-lock.json')), lockedPackages(installed))
  );
}

/**
 * @typedef {Record<string, { version?: string, resolved?: string, link?: boolean, optional?: boolean }>} LockedPackages
 */

/**
 * @param {string} path
 * @returns {LockedPackages}
 */
function lockedPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/**
 * Whether what is installed is what is wanted. An optional package may be missing: it may be meant for another platform.
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 */
export function isSatisfied(wanted, installed) {
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (!path.includes('node_modules/')) return true; // a workspace or the project itself
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
}

/**
 * What npm complains of, without the manual page that follows it.
 * @param {string} output
 */
function complaint(output) {
  const lines = output.split('\n').filter(line => /^npm error \S/.test(line));
  return lines.slice(0, 12).join('\n');
}
