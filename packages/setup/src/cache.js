import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder for what is installed once and used by every checkout: EYELINE_CACHE, else `eyeline` in the user's cache folder.
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function cacheDirectory(environment = process.env) {
  const { EYELINE_CACHE, XDG_CACHE_HOME } = environment;
  return EYELINE_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'eyeline');
}

/**
 * A path inside the cache; the folder above it exists afterwards.
 * @param {string[]} segments
 */
export function cachePath(...segments) {
  const path = join(cacheDirectory(), ...segments);
  mkdirSync(join(path, '..'), { recursive: true });
  return path;
}
