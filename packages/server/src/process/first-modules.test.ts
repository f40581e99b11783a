import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** What a module loads before its first line runs, and what those load: our own files, and the packages that they name. */
function loadedBy(url: URL, files = new Set<string>(), packages = new Set<string>()) {
  if (files.has(url.href)) return { files, packages };
  files.add(url.href);
  const source = readFileSync(fileURLToPath(url), 'utf8');
  for (const [, what = '', from = ''] of source.matchAll(/^(?:import|export) ([^;]*?) from '([^']+)';$/gm)) {
    if (what.startsWith('type ')) continue;
    if (from.startsWith('.')) loadedBy(new URL(from, url), files, packages);
    else if (!from.startsWith('node:')) packages.add(from);
  }
  return { files, packages };
}

const inServer = (path: string) => new URL(`../${path}`, import.meta.url);

test('PostgreSQL starts before the server is loaded: what comes first needs no package, and few files', () => {
  const { files, packages } = loadedBy(inServer('main.ts'));
  expect([...packages]).toEqual([]);
  expect(files).toContain(inServer('store/embedded/start-embedded.ts').href);
  // One of them holds what is read when it cannot start.
  expect(files.size).toBeLessThanOrEqual(10);
});

test('the thread of the store loads PGlite and nothing else', () => {
  const { files, packages } = loadedBy(inServer('store/embedded/pglite-program.ts'));
  expect([...packages].toSorted()).toEqual(['@electric-sql/pglite', '@electric-sql/pglite/nodefs']);
  expect(files.size).toBeLessThanOrEqual(4);
});
