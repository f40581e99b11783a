import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './lock.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eyeline-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('work under one lock is done one after the other', async () => {
  const path = join(folder, 'deep', 'lock');
  const said = /** @type {string[]} */ ([]);
  const work = (/** @type {string} */ name) => async () => {
    said.push(`${name} begins`);
    await sleep(50);
    said.push(`${name} ends`);
  };
  await Promise.all([withLock(path, work('one')), withLock(path, work('two'), () => said.push('two waits'))]);
  expect(said).toEqual(['one begins', 'two waits', 'one ends', 'two begins', 'two ends']);
  expect(existsSync(path)).toBe(false);
});

test('work that fails releases the lock', async () => {
  const path = join(folder, 'lock');
  await expect(withLock(path, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await withLock(path, async () => 'done')).toBe('done');
});

test('a lock whose owner has died is taken over', async () => {
  const path = join(folder, 'lock');
  writeFileSync(path, '1');
  const aMinuteAgo = new Date(Date.now() - 60_000);
  utimesSync(path, aMinuteAgo, aMinuteAgo);
  expect(await withLock(path, async () => 'done')).toBe('done');
});
