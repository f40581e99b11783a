import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { release } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachePath } from './cache.js';
import { CommandError, exitCode, runCommand } from './command.js';
import { hasApt, installDebianPackages } from './debian.js';
import { withLock } from './lock.js';
import { startProgress } from './progress.js';
import { pinnedVersion, projectPath } from './project.js';
import { ProvisionError } from './provision-error.js';

const buildPackages = [
  ...['g++', 'meson', 'ninja-build', 'pkg-config', 'flatbuffers-compiler', 'libflatbuffers-dev'],
  ...['libuv1-dev', 'libssl-dev', 'libsrtp2-dev', 'libabsl-dev'],
];
const prebuiltHome = 'https://github.com/versatica/mediasoup/releases/download';

/** Where the worker is, or will be once it is provided: MEDIASOUP_WORKER_BIN, else a place in the cache. */
export function workerPath() {
  const { MEDIASOUP_WORKER_BIN } = process.env;
  if (MEDIASOUP_WORKER_BIN) return MEDIASOUP_WORKER_BIN;
  const key = `${pinnedVersion('mediasoup')}-${process.platform}-${process.arch}`;
  return cachePath('mediasoup-worker', key, `mediasoup-worker${process.platform === 'win32' ? '.exe' : ''}`);
}

/** Whether the worker is there and runs on this machine. */
export function isWorkerProvided() {
  return runs(workerPath());
}

/**
 * The worker of the media server: a given one, a cached one, mediasoup's prebuilt one, or one built against Debian's libraries.
 * @returns {Promise<string>} the path of the binary
 */
export async function provideMediasoupWorker() {
  const binary = workerPath();
  if (await runs(binary)) return binary;
  if (process.env.MEDIASOUP_WORKER_BIN) {
    throw new ProvisionError(`MEDIASOUP_WORKER_BIN is ${binary}, which does not run. Correct or unset it.`);
  }
  const logWaiting = () => console.error('… Waiting for the mediasoup worker that another run is making');
  return withLock(
    `${dirname(binary)}.lock`,
    async () => {
      if (!(await runs(binary)) && !(await download(binary))) await build(binary);
      return binary;
    },
    logWaiting,
  );
}

/**
 * Fetches the binary that mediasoup publishes for this platform, when there is one and it can be reached.
 * @param {string} binary
 */
async function download(binary) {
  const version = pinnedVersion('mediasoup');
  const kernel = process.platform === 'linux' ? `-kernel${Number.parseInt(release(), 10)}` : '';
  const home = process.env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL ?? prebuiltHome;
  const archive = `mediasoup-worker-${version}-${process.platform}-${process.arch}${kernel}.tgz`;
  const progress = startProgress('Fetching the prebuilt mediasoup worker', 'a few seconds');
  const staging = mkdtempSync(`${binary}.`);
  try {
    const bytes = await fetchBytes(`${home}/${version}/${archive}`);
    await runCommand('tar', ['-xzf', '-', '-C', staging], { input: bytes, timeoutMs: 60_000 });
    const fetched = join(staging, process.platform === 'win32' ? 'mediasoup-worker.exe' : 'mediasoup-worker');
    if (!(await runs(fetched))) throw new Error('it does not run on this machine');
    renameSync(fetched, binary);
    progress.done();
    return true;
  } catch (error) {
    progress.skipped(error instanceof Error ? error.message : String(error));
    return false;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * @param {string} url
 */
async function fetchBytes(url) {
  const limit = new AbortController();
  // A closed network often lets a connection hang: ten seconds for the first answer, two minutes for the rest.
  let timer = setTimeout(() => limit.abort(new Error('no answer within 10 s')), 10_000);
  try {
    const response = await fetch(url, { signal: limit.signal });
    if (!response.ok) throw new Error(`the answer was ${response.status}`);
    clearTimeout(timer);
    timer = setTimeout(() => limit.abort(new Error('it took longer than two minutes')), 120_000);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw error instanceof TypeError ? new Error('it cannot be reached from here') : error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Builds the worker from the source that the npm package holds.
 * @param {string} binary
 */
async function build(binary) {
  const progress = startProgress('Building the mediasoup worker', 'five minutes on two cores, once');
  try {
    if (!hasApt()) throw new ProvisionError(`There is no build for this platform.`);
    await installDebianPackages(buildPackages, progress);
    // A cached worker may only have missed the libraries that were installed just now.
    if (!(await runs(binary))) {
      const script = fileURLToPath(new URL('build-mediasoup-worker.sh', import.meta.url));
      const onLine = (/** @type {string} */ line) => {
        const figure = /^\[(\d+\/\d+)\]/.exec(line)?.[1];
        if (figure) progress.figure(figure);
      };
      // Whoever waits for the worker uses the machine meanwhile.
      await runCommand('nice', ['-n', '10', 'bash', script, projectPath('node_modules', 'mediasoup'), binary], {
        onLine,
      });
    }
    if (!(await runs(binary))) throw new ProvisionError('The worker that was built does not run.');
    progress.done();
  } catch (error) {
    progress.failed('it could not be built');
    const reason =
      error instanceof CommandError ? error.lastWords : error instanceof Error ? error.message : String(error);
    throw new ProvisionError(
      `The mediasoup worker could not be provided, so calls can only go from peer to peer. Point MEDIASOUP_WORKER_BIN at a mediasoup-worker ${pinnedVersion('mediasoup')}, or do this and run again:\n${reason}`,
      error,
    );
  }
}

/**
 * Whether the file is a worker that this machine can run: without its environment it ends with code 41.
 * @param {string} path
 */
async function runs(path) {
  return existsSync(path) && (await exitCode(path, [], { env: {} })) === 41;
}
