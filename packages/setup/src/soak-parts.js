import { projectPath } from './project.js';
import { toolPath } from './tool.js';

/**
 * One thing that gets better by being done for longer.
 * @typedef {object} SoakPart
 * @property {string} name
 * @property {readonly import('./provision.js').Need[]} needs
 * @property {(seed: number) => readonly string[]} command given to Node
 * @property {(seed: number) => NodeJS.ProcessEnv} env
 */

/** @param {string} file */
const test = file => () => [toolPath('vitest'), 'run', '--config', 'vite.config.ts', file];

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {SoakPart['command']}
 */
const kills = (name, ...args) => {
  const program = ['--conditions=@eyeline/source', projectPath(`packages/bench/src/soak/${name}.ts`)];
  return seed => [...program, '--seed', String(seed), ...args];
};

/** @type {readonly SoakPart[]} */
export const soakParts = [
  {
    name: 'histories',
    needs: [],
    command: test('packages/routing/src/testing/histories.test.ts'),
    env: seed => ({ EYELINE_HISTORIES: '50000', EYELINE_SEED: String(seed) }),
  },
  {
    name: 'blending',
    needs: [],
    command: test('packages/finesse/src/blending/decide-blending.property.test.ts'),
    env: seed => ({ BLENDING_RUNS: '200000', BLENDING_SEED: String(seed) }),
  },
  {
    name: 'reloads',
    needs: ['chromium', 'headless-shell', 'mediasoup-worker', 'store-template'],
    command: () => [
      toolPath('@playwright/test', 'playwright'),
      ...['test', '--config', 'e2e/playwright.config.ts', 'rejoin', '-g', 'after a reload of either page'],
    ],
    env: () => ({ EYELINE_CALL_RELOADS: '20' }),
  },
  {
    name: 'conversation-reloads',
    needs: [],
    command: test('packages/machines/src/reload.test.ts'),
    env: seed => ({ EYELINE_RELOADS: '2000', EYELINE_SEED: String(seed) }),
  },
  {
    name: 'calls',
    needs: [],
    command: test('packages/machines/src/calls.property.test.ts'),
    env: seed => ({ EYELINE_CALLS: '20000', EYELINE_SEED: String(seed) }),
  },
  {
    name: 'api',
    needs: ['store-template'],
    command: test('packages/server/src/http/openapi/fuzz.test.ts'),
    env: seed => ({ EYELINE_API_REQUESTS: '100000', EYELINE_SEED: String(seed) }),
  },
  { name: 'kills', needs: ['store-template'], command: kills('kills'), env: () => ({}) },
  { name: 'kills-postgresql', needs: ['postgresql'], command: kills('kills', '--postgres'), env: () => ({}) },
  { name: 'webhooks', needs: ['store-template'], command: kills('webhooks'), env: () => ({}) },
  { name: 'webhooks-postgresql', needs: ['postgresql'], command: kills('webhooks', '--postgres'), env: () => ({}) },
];
