import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Plugin } from 'vite';
import type {} from 'vitest/config';
import type { BuiltCode } from './vite.built-code-worker.ts';

const root = fileURLToPath(new URL('../../', import.meta.url)).replaceAll('\\', '/');
const isTest = (path: string): boolean => /\.test\.ts$|\/testing\//.test(path);

/** What tests may import of the code that customers' pages run. */
const sources = (): string[] =>
  globSync(['packages/{protocol,sdk}/src/**/*.ts', 'packages/machines/src/index.ts'], { cwd: root })
    .map(path => root + path.replaceAll('\\', '/'))
    .filter(path => !isTest(path) && !path.endsWith('.d.ts'));

/** Builds for production, which this process is not set up for. */
const build = (entries: readonly string[]): Promise<BuiltCode> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production' };
    const worker = new Worker(new URL('./vite.built-code-worker.ts', import.meta.url), { env, workerData: entries });
    worker.once('message', resolve);
    worker.once('error', reject);
  });

const prefix = '\0built/';

/** What is built otherwise has other names: what was kept of an earlier build is not taken for it. */
const folderOf = ({ chunks }: BuiltCode): string => {
  const hash = createHash('sha256');
  for (const [name, code] of chunks) hash.update(name).update(code);
  return `${prefix}${hash.digest('hex').slice(0, 16)}/`;
};

/**
 * Tests get the protocol, the sdk and socket.io as a customer's page gets them: minified, with what is replaced in packages of
 * others, and proof against the page around them.
 */
export function builtCode(): Plugin {
  const entries = [...sources(), 'socket.io-client'];
  let built: Promise<BuiltCode> | undefined;
  const code = () => (built ??= build(entries));
  return {
    name: 'built-code',
    enforce: 'pre',
    // A test that did not change would be kept with the names of an earlier build, which mean other modules by now.
    configureVitest({ defineCacheKeyGenerator }) {
      defineCacheKeyGenerator(() => false);
    },
    async resolveId(source, importer) {
      if (importer?.startsWith(prefix))
        return source.startsWith('.') ? posix.join(posix.dirname(importer), source) : null;
      if (!importer || !isTest(importer)) return null;
      const found = entries.includes(source) ? { id: source } : await this.resolve(source, importer);
      const name = found && (await code()).names.get(found.id);
      return name ? folderOf(await code()) + name : null;
    },
    async load(id) {
      return id.startsWith(prefix) ? (await code()).chunks.get(posix.basename(id)) : null;
    },
  };
}
