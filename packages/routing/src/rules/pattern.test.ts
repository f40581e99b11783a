import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMatch } from './pattern.ts';

/** The same as a regular expression, for texts too short to make one hang. */
function oracle(pattern: string, text: string): boolean {
  const pieces = pattern.match(/\\.|[^\\]/gsu) ?? [];
  const source = pieces.map(piece => {
    if (piece === '*') return '.*';
    if (piece === '?') return '.';
    return [...piece].at(-1)?.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&') ?? '';
  });
  return new RegExp(`^${source.join('')}$`, 'isu').test(text);
}

describe('patterns', () => {
  test('U7 the whole text, in upper or lower case', () => {
    expect(isMatch('*@example.com', 'Ada@Example.COM')).toBe(true);
    expect(isMatch('*@example.com', 'ada@example.com.evil')).toBe(false);
    expect(isMatch('loan', 'loans')).toBe(false);
    expect(isMatch('lo?n*', 'loans')).toBe(true);
    expect(isMatch('+49*', '+49 30 1')).toBe(true);
    expect(isMatch('?', '👍')).toBe(true);
    expect(isMatch('caf?', 'cafe\u0301')).toBe(true);
    expect(isMatch('*', '')).toBe(true);
    expect(isMatch('?', '')).toBe(false);
  });

  test('U7 what follows a \\ is taken as it is', () => {
    expect(isMatch('100\\*', '100*')).toBe(true);
    expect(isMatch('100\\*', '1000')).toBe(false);
    expect(isMatch('why\\?', 'why?')).toBe(true);
    expect(isMatch('a\\\\b', 'a\\b')).toBe(true);
    expect(isMatch('.+', 'aa')).toBe(false);
  });

  test('U7 agrees with a regular expression', () => {
    const pattern = fc.array(fc.constantFrom('a', 'b', '*', '?', '\\*', '\\?', '.', '(', '\\\\'), {
      minLength: 1,
      maxLength: 8,
    });
    const text = fc.array(fc.constantFrom('a', 'b', 'A', '*', '?', '.', '(', '\\', '\n'), { maxLength: 10 });
    fc.assert(
      fc.property(pattern, text, (pieces, characters) => {
        const [one, other] = [pieces.join(''), characters.join('')];
        expect(isMatch(one, other)).toBe(oracle(one, other));
      }),
      { numRuns: 2000 },
    );
  });

  test('U7 the worst pattern on the worst text ends, where a regular expression would not', () => {
    // As a backtracking expression each of these would try more ways than there are atoms.
    const worst = ['*a'.repeat(99), `${'*a'.repeat(99)}b`, `${'*?'.repeat(99)}b`, `${'*'.repeat(199)}b`];
    expect(worst.map(pattern => isMatch(pattern, 'a'.repeat(2000)))).toEqual([true, false, false, false]);
  }, 2000);

  test('U7 of a long text the first 2 000 characters count', () => {
    expect(isMatch('a*', `a${'b'.repeat(10_000)}`)).toBe(true);
    expect(isMatch('*c', `${'b'.repeat(2000)}c`)).toBe(false);
  });
});
