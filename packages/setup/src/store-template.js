import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachePath } from './cache.js';
import { CommandError, runCommand } from './command.js';
import { withLock } from './lock.js';
import { startProgress } from './progress.js';
import { pinnedVersion, projectPath } from './project.js';

/** Where the template of a new embedded store is, or will be once it is provided. */
export function storeTemplatePath() {
  return cachePath('store-template', `${pinnedVersion('@electric-sql/pglite')}-${tablesVersion()}`);
}

/** Another for each state of the tables: the template has them. */
function tablesVersion() {
  const folder = projectPath('packages/server/src/store/migrations');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).toSorted())
    if (!name.endsWith('.test.ts')) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

/**
 * The template of a new embedded store: with it a store is made in the time of a copy. Nothing depends on it, so it may fail.
 * @param {{ node: string, env: NodeJS.ProcessEnv }} machine
 * @returns {Promise<string>} the path, whether there is something or not
 */
export async function provideStoreTemplate({ node, env }) {
  const path = storeTemplatePath();
  if (existsSync(path)) return path;
  await withLock(`${path}.lock`, async () => {
    if (existsSync(path)) return;
    const progress = startProgress('Making the template of new stores', 'ten seconds, once');
    try {
      await runCommand(node, [projectPath('packages/server/src/process/make-store-template.ts'), path], { env });
      progress.done();
    } catch (error) {
      progress.skipped(error instanceof CommandError ? error.lastWords : String(error));
    }
  });
  return path;
}
