import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryRoot } from '../../testing/temporary-root.ts';
import { openEmbeddedStore } from './embedded-store.ts';
import { storeTemplate } from './store-template.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(temporaryRoot(), 'eyeline-template-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a store from a template keeps what is stored, and leaves the template as it was', async () => {
  const template = join(folder, 'template');
  await Promise.all([storeTemplate.make(template), storeTemplate.make(template)]);
  expect(readdirSync(folder)).toEqual(['template']);
  const before = readdirSync(template, { recursive: true }).length;
  for (const name of ['one', 'other']) {
    const store = await openEmbeddedStore(join(folder, name), template);
    expect(await store.secret('who', () => name)).toBe(name);
    await store.close();
  }
  const again = await openEmbeddedStore(join(folder, 'one'), template);
  expect(await again.secret('who', () => 'new')).toBe('one');
  await again.close();
  expect(readdirSync(template, { recursive: true })).toHaveLength(before);
});

test('a copy that was interrupted is made anew', async () => {
  const template = join(folder, 'template');
  await storeTemplate.make(template);
  await mkdir(join(folder, 'data', 'postgres.new', 'base'), { recursive: true });
  const store = await openEmbeddedStore(join(folder, 'data'), template);
  await store.check();
  await store.close();
  expect(existsSync(join(folder, 'data', 'postgres.new'))).toBe(false);
});
