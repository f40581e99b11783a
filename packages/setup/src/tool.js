import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from './project.js';

/**
 * The script behind a command of an npm dependency: run with node it needs no shell on any platform.
 * @param {string} dependency the package
 * @param {string} [command] its command when that has another name
 */
export function toolPath(dependency, command = dependency) {
  const home = projectPath('node_modules', dependency);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(home, typeof bin === 'string' ? bin : bin[command]);
}
