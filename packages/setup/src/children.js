import { spawn } from 'node:child_process';
import { constants } from 'node:os';

// Each child leads a process group of its own. A terminal's Ctrl-C then reaches only us (npm may pass it on a second time), and
// we hand it to the children once; ending a child ends what it has started, such as the compilers of a build.
const separateGroups = process.platform !== 'win32';
const sameKeystrokeMs = 500;
const graceMs = 15_000;
const parentWatchMs = 500;

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
/** @type {import('node:child_process').ChildProcess | undefined} */
let foreground;
let lastSignalAt = 0;
let watching = false;

/**
 * Starts a child that does not outlive this process.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function spawnChild(command, args, options) {
  watch();
  const child = spawn(command, args, { ...options, detached: separateGroups });
  children.add(child);
  child.once('error', () => children.delete(child));
  child.once('exit', () => children.delete(child));
  return child;
}

/**
 * Runs a command in this terminal; signals reach it, and its end is ours.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code; 128 and the signal's number when a signal ended it
 */
export function runInForeground(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawnChild(command, args, { stdio: 'inherit', ...options });
    foreground = child;
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      foreground = undefined;
      resolve(code ?? exitCodeOf(signal ?? 'SIGTERM'));
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function signalChild(child, signal) {
  try {
    if (separateGroups && child.pid !== undefined) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has ended meanwhile.
  }
}

function watch() {
  if (watching) return;
  watching = true;
  process.on('exit', () => signalAll('SIGTERM'));
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, onSignal);
  if (process.env.npm_lifecycle_event) watchParent();
}

/** npm hands SIGTERM to the shell between us, which ends without telling us: its end is the signal. */
function watchParent() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onSignal('SIGTERM');
  }, parentWatchMs);
  timer.unref();
}

/**
 * @param {NodeJS.Signals} signal
 */
function onSignal(signal) {
  if (Date.now() - lastSignalAt < sameKeystrokeMs) return;
  lastSignalAt = Date.now();
  if (!foreground) process.exit(exitCodeOf(signal));
  // On Windows the console has told the child already.
  if (separateGroups) signalAll(signal);
  setTimeout(() => signalAll('SIGKILL'), graceMs).unref();
}

/**
 * @param {NodeJS.Signals} signal
 */
function signalAll(signal) {
  for (const child of children) signalChild(child, signal);
}

/**
 * @param {NodeJS.Signals} signal
 */
function exitCodeOf(signal) {
  return 128 + constants.signals[signal];
}
