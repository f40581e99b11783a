import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout, an absolute path. */
export const projectDirectory = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * @param {string[]} segments
 */
export function projectPath(...segments) {
  return join(projectDirectory, ...segments);
}

/**
 * The version of a dependency that the lockfile pins.
 * @param {string} name
 * @returns {string}
 */
export function pinnedVersion(name) {
  const version = JSON.parse(readFileSync(projectPath('package-lock.json'), 'utf8')).packages[`node_modules/${name}`]
    ?.version;
  if (typeof version !== 'string') throw new Error(`package-lock.json does not name ${name}.`);
  return version;
}
