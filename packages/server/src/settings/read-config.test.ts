import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoConfig } from '../process/demo.ts';
import { readConfig } from './parse-config.ts';
import { StartupError } from './startup-error.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eyeline-config-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string) {
  const path = join(folder, 'centre.json');
  await writeFile(path, text);
  return readConfig(path);
}

test('a byte order mark before it is not minded', async () => {
  expect((await read(`\uFEFF${JSON.stringify(demoConfig)}`)).entryPoints).toHaveLength(3);
});

test('one that is nested without end is refused in a sentence', async () => {
  const deep = read(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  await expect(deep).rejects.toThrow(StartupError);
  await expect(deep).rejects.toThrow(/nested too deeply\.$/);
});
