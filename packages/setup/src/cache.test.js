import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheDirectory } from './cache.js';

test('the cache is where it is said to be, else among the caches of the user', () => {
  expect(cacheDirectory({ EYELINE_CACHE: '/mine', XDG_CACHE_HOME: '/caches' })).toBe('/mine');
  expect(cacheDirectory({ XDG_CACHE_HOME: '/caches' })).toBe(join('/caches', 'eyeline'));
  expect(cacheDirectory({})).toBe(join(homedir(), '.cache', 'eyeline'));
});
