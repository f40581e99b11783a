import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from './command.js';

/**
 * Runs npm with the Node that runs us, or with `node`. The npm that started us is used when there is one.
 * @param {readonly string[]} args
 * @param {import('./command.js').CommandOptions & { node?: string }} [options]
 */
export function npm(args, options = {}) {
  const cli = npmCli();
  if (cli) return runCommand(options.node ?? process.execPath, [cli, ...args], options);
  return runCommand(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

function npmCli() {
  const beside = dirname(process.execPath);
  return [
    process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined,
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
  ].find(path => path !== undefined && existsSync(path));
}
