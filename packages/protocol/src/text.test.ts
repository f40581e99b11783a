import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutText, cutUnits } from './text.ts';

const lone = /\p{Surrogate}/u;
const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('a text that is cut', () => {
  test.each([
    [`${'x'.repeat(79)}😀`, 80, 'x'.repeat(79)],
    [`${'x'.repeat(78)}😀`, 80, `${'x'.repeat(78)}😀`],
    ['Zoe 👩‍👩‍👧 and friends', 8, 'Zoe '],
    ['Zoe 🇨🇭🇦🇹', 9, 'Zoe 🇨🇭'],
    ['Zoe\u0301', 3, 'Zo'],
    ['', 3, ''],
    ['Zoe', 3, 'Zoe'],
  ])('%j to %d units is %j', (text, most, cut) => {
    expect(cutText(text, most)).toBe(cut);
  });

  test('one character that is longer than there is room is cut between its parts', () => {
    expect(cutText(`e${'\u0301'.repeat(200)}`, 80)).toBe(`e${'\u0301'.repeat(79)}`);
    expect(cutText('👩‍👩‍👧', 4)).toBe('👩‍');
  });

  test('is a beginning of what it was, fits, and halves nothing', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, most) => {
        for (const cut of [cutText(text, most), cutUnits(text, most)]) {
          expect(text.startsWith(cut)).toBe(true);
          expect(cut.length).toBeLessThanOrEqual(most);
          expect(lone.test(cut)).toBe(false);
        }
        expect(cutUnits(text, most).length).toBeGreaterThanOrEqual(Math.min(most - 1, text.length));
      }),
    );
  });
});
