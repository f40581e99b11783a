import { spawnChild } from './children.js';
import { isWorkerProvided } from './mediasoup-worker.js';
import { projectPath } from './project.js';

/**
 * Provides the mediasoup worker beside what runs now: calls go from peer to peer meanwhile, and the server takes the worker
 * when its file appears. The child says itself how far it is, or why it cannot.
 * @param {import('./provision.js').Provision} machine
 */
export async function provideWorkerInBackground(machine) {
  if (await isWorkerProvided()) return;
  const env = { ...machine.env };
  // Ours names the place to fill, not a worker that somebody gave.
  if (!process.env.MEDIASOUP_WORKER_BIN) delete env.MEDIASOUP_WORKER_BIN;
  spawnChild(machine.node, [projectPath('packages/setup/src/run.js'), 'worker'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  }).stderr?.on('data', chunk => process.stderr.write(chunk));
}
