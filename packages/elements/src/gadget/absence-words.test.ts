import { expect, test } from 'vitest';
import { absenceWords } from './absence-words.ts';

test('who has left, and since when', () => {
  const at = new Date(2026, 10, 27, 14, 5).getTime();
  expect(absenceWords('Zoe', at)).toMatch(
    /^\u2068Zoe\u2069 has left the page · since \D*(14|2)\D05.*\. What you write/,
  );
  expect(absenceWords('Zoe', undefined)).toMatch(/^\u2068Zoe\u2069 has left the page\. /);
});
