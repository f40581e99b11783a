import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closure, importsOf, laterOf } from './module-graph.ts';

const folder = mkdtempSync(join(tmpdir(), 'eyeline-bytes-'));
const file = (name: string, code: string) => {
  writeFileSync(join(folder, name), code);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true }));
const names = (files: Iterable<string>) => [...files].map(path => basename(path)).sort();

test('what comes at once and what comes later, by every way to import', () => {
  const loader = file(
    'loader.js',
    'let n=0;onclick=()=>{let u=new URL("widget.js"+(n++?"?"+n:""),location).href;import(u)}',
  );
  file(
    'widget.js',
    'import{a}from"./a.js";export*from"./b.js";const f=()=>import("./p2p.js"),g=()=>import(new URL(`./sfu.js`,import.meta.url))',
  );
  file('a.js', 'import"./b.js";export const a=1');
  file('b.js', 'export const b=2;export{c}from"./c.js"');
  file('c.js', 'import"./a.js";export const c=3');
  file('p2p.js', 'export{}');
  file('sfu.js', 'import"./c.js"');
  expect(names(closure([loader]))).toEqual(['loader.js']);
  const onClick = closure(laterOf([loader]));
  expect(names(onClick)).toEqual(['a.js', 'b.js', 'c.js', 'widget.js']);
  expect(names(laterOf(onClick))).toEqual(['p2p.js', 'sfu.js']);
});

test('an import of what was put together may be of any file that the script names', () => {
  const two = file('two.js', 'const get=path=>import(path+query);get("a.js");get("b.js")');
  expect(names(laterOf([two]))).toEqual(['a.js', 'b.js']);
});

test('an import that cannot be followed is not passed over', () => {
  const lost = file('lost.js', 'import(where())');
  expect(() => importsOf(lost)).toThrow('lost.js imports where(), which cannot be followed');
});
