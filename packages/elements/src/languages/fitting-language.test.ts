import { expect, test } from 'vitest';
import { fittingLanguage } from './fitting-language.ts';

const known = ['de', 'pt', 'he'];

test.each([
  [['de'], 'de'],
  [['de-AT'], 'de'],
  [['PT_br'], 'pt'],
  [['sv', 'de-CH', 'en'], 'de'],
  [['sv', 'en-GB', 'de'], 'en'],
  [['sv'], 'en'],
  [['', 'x-klingon'], 'en'],
  [[], 'en'],
  [['constructor', '__proto__'], 'en'],
])('%j gets %s', (wanted, expected) => {
  expect(fittingLanguage(wanted, known)).toBe(expected);
});
