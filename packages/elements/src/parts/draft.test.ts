import { afterEach, expect, test, vi } from 'vitest';
import type * as drafts from './draft.ts';

class TabStorage {
  readonly entries = new Map<string, string>();
  getItem = (key: string) => this.entries.get(key) ?? null;
  setItem = (key: string, value: string) => void this.entries.set(key, value);
  removeItem = (key: string) => void this.entries.delete(key);
}

/** Another page of the same tab knows only what was stored. */
async function load(): Promise<typeof drafts> {
  vi.resetModules();
  return import('./draft.ts');
}

afterEach(() => vi.unstubAllGlobals());

test('what was typed is there after a reload, each place its own, and gone when it was sent', async () => {
  const tab = new TabStorage();
  vi.stubGlobal('sessionStorage', tab);
  const { keepDraft } = await load();
  keepDraft('interaction-1', 'Where is');
  keepDraft('interaction-2', 'Hello');
  const { readDraft, keepDraft: keep } = await load();
  expect([readDraft('interaction-1'), readDraft('interaction-2'), readDraft('other')]).toEqual([
    'Where is',
    'Hello',
    '',
  ]);
  keep('interaction-1', '');
  keep('interaction-2', '');
  expect(readDraft('interaction-1')).toBe('');
  expect(tab.entries.size).toBe(0);
});

test('a storage that is forbidden is missed only by a reload', async () => {
  vi.stubGlobal('sessionStorage', undefined);
  const { keepDraft, readDraft } = await load();
  keepDraft('interaction-1', 'Where is');
  expect(readDraft('interaction-1')).toBe('Where is');
  expect((await load()).readDraft('interaction-1')).toBe('');
});
