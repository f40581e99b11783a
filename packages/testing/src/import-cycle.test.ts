import { expect, test } from 'vitest';
import { findImportCycle } from './import-cycle.ts';

const graph = (edges: Record<string, readonly string[]>) => new Map(Object.entries(edges));

test('a tree and a diamond have no circle', () => {
  expect(findImportCycle(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toBeUndefined();
});

test('a circle is named by the files along it', () => {
  expect(findImportCycle(graph({ a: ['b'], b: ['c'], c: ['d'], d: ['b'] }))).toEqual(['b', 'c', 'd', 'b']);
});

test('a file that imports itself is a circle', () => {
  expect(findImportCycle(graph({ a: ['a'] }))).toEqual(['a', 'a']);
});
