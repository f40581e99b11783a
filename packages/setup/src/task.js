import { runInForeground } from './children.js';
import { projectDirectory, projectPath } from './project.js';
import { toolPath } from './tool.js';

/**
 * One thing that a developer may ask for: what it needs and the commands it runs, one after the other.
 * @typedef {object} Task
 * @property {readonly import('./provision.js').Need[]} needs
 * @property {(args: readonly string[]) => readonly (readonly string[])[]} commands each is given to Node
 */

const vite = () => toolPath('vite');
const biome = () => toolPath('@biomejs/biome', 'biome');
const tsc = () => toolPath('typescript', 'tsc');

/** @satisfies {Record<string, Task>} */
export const tasks = {
  types: {
    needs: [],
    commands: () => [
      [tsc(), '-b', 'packages'],
      [tsc(), '-p', 'packages/tsconfig.test.json'],
      [tsc(), '-p', 'packages/setup'],
    ],
  },
  lint: {
    needs: [],
    commands: args => [[biome(), 'check', '--config-path', 'packages/lint.jsonc', ...orEverything(args)]],
  },
  format: {
    needs: [],
    commands: args => [[biome(), 'check', '--write', '--config-path', 'packages/lint.jsonc', ...orEverything(args)]],
  },
  unit: {
    needs: ['postgresql', 'pgbouncer', 'prosody', 'coturn', 'mediasoup-worker', 'store-template'],
    commands: args => [[toolPath('vitest'), 'run', '--config', 'vite.config.ts', ...args]],
  },
  build: { needs: [], commands: args => [[vite(), 'build', '--config', 'vite.config.ts', ...args]] },
  compile: {
    needs: [],
    commands: () => [[tsc(), '-b', 'packages'], [projectPath('packages/elements/vite.packages.ts')]],
  },
  e2e: {
    needs: ['postgresql', 'chromium', 'coturn', 'firefox', 'headless-shell', 'mediasoup-worker', 'store-template'],
    commands: args => [
      [toolPath('@playwright/test', 'playwright'), 'test', '--config', 'e2e/playwright.config.ts', ...args],
    ],
  },
  bench: {
    needs: ['chromium', 'mediasoup-worker', 'postgresql'],
    commands: args => [[projectPath('packages/bench/src/main.ts'), ...args]],
  },
  box: {
    needs: [],
    commands: args => [['--conditions=@eyeline/source', projectPath('packages/simulators/src/main.ts'), ...args]],
  },
  sync: {
    needs: [],
    commands: args => [
      ['--conditions=@eyeline/source', projectPath('packages/server/src/process/synchronise.ts'), ...args],
    ],
  },
  accounts: {
    needs: [],
    commands: args => [
      ['--conditions=@eyeline/source', projectPath('packages/server/src/process/accounts.ts'), ...args],
    ],
  },
  doctor: {
    needs: [],
    commands: args => [
      ['--conditions=@eyeline/source', projectPath('packages/server/src/process/doctor/doctor.ts'), ...args],
    ],
  },
  tokens: {
    needs: [],
    commands: args => [
      ['--conditions=@eyeline/source', projectPath('packages/server/src/process/program/tokens.ts'), ...args],
    ],
  },
  applications: {
    needs: [],
    commands: args => [
      ['--conditions=@eyeline/source', projectPath('packages/server/src/process/program/applications.ts'), ...args],
    ],
  },
  webhooks: {
    needs: [],
    commands: args => [
      ['--conditions=@eyeline/source', projectPath('packages/server/src/process/program/webhooks.ts'), ...args],
    ],
  },
  dev: { needs: [], commands: args => [[vite(), '--config', 'vite.config.ts', ...args]] },
};

/**
 * @param {Task} task
 * @param {import('./provision.js').Provision} machine
 * @param {readonly string[]} [args]
 * @param {NodeJS.ProcessEnv} [env] in addition to the machine's
 * @returns {Promise<number>} the exit code: that of the first command that did not end well, else 0
 */
export async function runTask(task, machine, args = [], env = {}) {
  for (const command of task.commands(args)) {
    const code = await runInForeground(machine.node, command, {
      cwd: projectDirectory,
      env: { ...machine.env, ...env },
    });
    if (code !== 0) return code;
  }
  return 0;
}

/**
 * @param {readonly string[]} args
 */
function orEverything(args) {
  return args.length > 0 ? args : ['.'];
}
