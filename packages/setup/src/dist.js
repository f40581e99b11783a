import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeElementsManifest } from './custom-elements.js';
import { projectPath } from './project.js';
import { runTask, tasks } from './task.js';

/** Sources that a program reads as they are, such as a page: they stand beside the compiled ones. */
const readAsItIs = /\.(html|js)$/;
const notShipped = /(^|\/)testing\/|\.test\./;

/**
 * The folders of the packages that others may install.
 * @returns {string[]}
 */
export function publicPackages() {
  return readdirSync(projectPath('packages')).filter(name => {
    const manifest = projectPath('packages', name, 'package.json');
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).private !== true;
  });
}

/**
 * Makes all that the packages ship, from nothing: what is compiled from a source that is gone must not be shipped.
 * @param {import('./provision.js').Provision} machine
 * @returns {Promise<number>} the exit code
 */
export async function makeDist(machine) {
  for (const name of publicPackages()) {
    rmSync(projectPath('packages', name, 'dist'), { recursive: true, force: true });
    rmSync(projectPath('packages', name, 'tsconfig.tsbuildinfo'), { force: true });
  }
  const built = await runTask(tasks.build, machine, ['--logLevel', 'warn']);
  return built === 0 ? compileDist(machine) : built;
}

/**
 * Compiles what has changed since it was compiled last. The pages must have been built.
 * @param {import('./provision.js').Provision} machine
 * @returns {Promise<number>} the exit code
 */
export async function compileDist(machine) {
  const code = await runTask(tasks.compile, machine);
  if (code !== 0) return code;
  for (const name of publicPackages()) {
    const source = projectPath('packages', name, 'src');
    for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }))
      if (readAsItIs.test(file) && !notShipped.test(file))
        cpSync(join(source, file), projectPath('packages', name, 'dist', file));
  }
  await writeElementsManifest();
  return 0;
}
