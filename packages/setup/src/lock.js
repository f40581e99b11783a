import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const beatEveryMs = 2_000;
const abandonedAfterMs = 20_000;

/**
 * Does `work` while no other process does work under the same lock file. A lock whose owner has died is taken over.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait) {
  mkdirSync(dirname(path), { recursive: true });
  for (let waited = false; !take(path); waited = true) {
    if (!waited) onWait?.();
    if (isAbandoned(path)) rmSync(path, { force: true });
    else await sleep(300);
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  // The beat tells machines that share the cache, and cannot see our process, that the owner lives.
  const beat = setInterval(() => touch(path), beatEveryMs);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.removeListener('exit', release);
    release();
  }
}

/**
 * @param {string} path
 */
function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} path
 */
function isAbandoned(path) {
  try {
    return Date.now() - statSync(path).mtimeMs > abandonedAfterMs;
  } catch {
    return false; // released meanwhile
  }
}

/**
 * @param {string} path
 */
function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The cache was emptied under us; the work itself will say so.
  }
}
