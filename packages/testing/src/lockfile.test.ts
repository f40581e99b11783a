import { expect, test } from 'vitest';
import { type Lockfile, lockedVersions, missingFromLockfile } from './lockfile.ts';

const lockfile: Lockfile = {
  'packages/server': { version: '0.1.0', dependencies: { outer: '1.0.0' } },
  'node_modules/outer': { version: '1.0.0', dependencies: { inner: '2.0.0', top: '1.2.3' } },
  'node_modules/outer/node_modules/inner': { version: '2.0.0', dependencies: { top: '1.2.3' } },
  'node_modules/inner': { version: '1.9.10' },
  'node_modules/top': { version: '1.2.3' },
};

test('every version of a package is found', () => {
  expect(lockedVersions(lockfile, 'inner')).toEqual([
    [2, 0, 0],
    [1, 9, 10],
  ]);
  expect(lockedVersions(lockfile, 'absent')).toEqual([]);
});

test('a lockfile that names everything misses nothing', () => {
  expect(missingFromLockfile(lockfile)).toEqual([]);
});

test('a binary for another platform that is left out is missed', () => {
  const optionalDependencies = { 'tool-darwin-arm64': '1.2.3' };
  const torn = { ...lockfile, 'node_modules/top': { version: '1.2.3', optionalDependencies } };
  expect(missingFromLockfile(torn)).toEqual(['node_modules/top: tool-darwin-arm64']);
});
