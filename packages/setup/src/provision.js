import { cachePath } from './cache.js';
import { provideChromium } from './chromium.js';
import { provideCoturn } from './coturn.js';
import { provideDependencies } from './dependencies.js';
import { provideFirefox } from './firefox.js';
import { provideHeadlessShell } from './headless-shell.js';
import { provideMediasoupWorker, workerPath } from './mediasoup-worker.js';
import { nodeEnvironment, provideNode } from './node-runtime.js';
import { providePgbouncer } from './pgbouncer.js';
import { providePostgresql } from './postgresql.js';
import { provideProsody } from './prosody.js';
import { provideStoreTemplate, storeTemplatePath } from './store-template.js';

/**
 * What a task may need beyond Node and the npm dependencies.
 * @typedef {'chromium' | 'coturn' | 'firefox' | 'headless-shell' | 'mediasoup-worker' | 'pgbouncer' | 'postgresql' | 'prosody' | 'store-template'} Need
 */

/**
 * A machine that has what was asked for.
 * @typedef {object} Provision
 * @property {string} node the binary of the Node that runs the project
 * @property {NodeJS.ProcessEnv} env for the commands that run under it
 */

/**
 * Installs what is missing, with a line of progress for each thing that takes time.
 * @param {readonly Need[]} [needs]
 * @returns {Promise<Provision>}
 */
export async function provision(needs = []) {
  const node = await provideNode();
  await provideDependencies(node);
  const env = nodeEnvironment(node);
  // The project's own packages are run from their sources.
  env.NODE_OPTIONS = [env.NODE_OPTIONS, '--conditions=@eyeline/source'].filter(Boolean).join(' ');
  // What Node made of the sources last time: a third of what it costs to load them, in every process and thread.
  env.NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE || cachePath('compiled');
  env.MEDIASOUP_WORKER_BIN = workerPath();
  env.EYELINE_STORE_TEMPLATE = storeTemplatePath();
  if (needs.includes('postgresql')) env.EYELINE_POSTGRES_BIN = await providePostgresql();
  if (needs.includes('pgbouncer')) env.EYELINE_PGBOUNCER = await providePgbouncer();
  if (needs.includes('prosody')) env.EYELINE_PROSODY = await provideProsody();
  if (needs.includes('coturn')) env.EYELINE_COTURN = await provideCoturn();
  if (needs.includes('chromium')) env.EYELINE_CHROMIUM = await provideChromium(node);
  if (needs.includes('firefox')) env.EYELINE_FIREFOX = await provideFirefox();
  if (needs.includes('headless-shell')) env.EYELINE_HEADLESS_SHELL = await provideHeadlessShell();
  if (needs.includes('mediasoup-worker')) env.MEDIASOUP_WORKER_BIN = await provideMediasoupWorker();
  if (needs.includes('store-template')) await provideStoreTemplate({ node, env });
  return { node, env };
}
