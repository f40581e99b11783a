import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const source = import.meta.dirname;

/** The numbers of the rules: sections are headings, rules are the numbered points in them. */
function ruleNumbers(text: string): string[] {
  let section = '';
  return text.split('\n').flatMap(line => {
    section = /^## (\d+)\./.exec(line)?.[1] ?? section;
    const rule = /^(\d+)\. /.exec(line)?.[1];
    return rule === undefined ? [] : [`${section}.${rule}`];
  });
}

function testNames(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.test.ts'));
  return files.flatMap(file =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/\(\s*'(\d+\.\d+) /g)].map(([, number = '']) => number),
  );
}

test('every rule has a test whose name begins with its number, and every such number is a rule', () => {
  const rules = ruleNumbers(readFileSync(join(source, '..', 'SPEC.md'), 'utf8'));
  const tested = new Set(testNames());
  expect(rules.length).toBeGreaterThan(60);
  expect(rules.filter(rule => !tested.has(rule))).toEqual([]);
  expect([...tested].filter(number => !rules.includes(number))).toEqual([]);
});
