import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const source = import.meta.dirname;
/** Tests that need a whole Finesse or UCCX stand beside the simulators. */
const folders = [source, join(source, '..', '..', 'simulators', 'src')];
const numbersIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, number = '']) => number);

function testedRules(): Set<string> {
  const files = folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)),
  );
  const tests = files.filter(file => file.endsWith('.test.ts')).map(file => readFileSync(file, 'utf8'));
  return new Set(tests.flatMap(text => numbersIn(text, /['`](\d+\.\d+) /g)));
}

test('every rule has its own number and a test whose name begins with it', () => {
  const rules = numbersIn(readFileSync(join(source, '..', 'SPEC.md'), 'utf8'), /^- (\d+\.\d+) /gm);
  const tested = testedRules();
  expect(rules.length).toBeGreaterThan(100);
  expect(new Set(rules).size).toBe(rules.length);
  expect(rules.filter(rule => !tested.has(rule))).toEqual([]);
});
