import { expect, test } from 'vitest';
import { WrongPasswords } from './wrong-passwords.ts';

const minute = 60_000;

test('three in a row, then one every quarter of an hour, until a right one', () => {
  const wrong = new WrongPasswords();
  const tries = [0, 1, 2, 3, 10 * minute, 15 * minute + 1, 15 * minute + 3, 15 * minute + 4, 31 * minute];
  expect(tries.map(now => wrong.begin('ada', now))).toEqual([true, true, true, false, false, false, true, false, true]);
  wrong.right('ada');
  expect([1, 2, 3, 4].map(now => wrong.begin('ada', 32 * minute + now))).toEqual([true, true, true, false]);
  expect(wrong.begin('ben', 3)).toBe(true);
});

test('what Finesse did not decide does not count', () => {
  const wrong = new WrongPasswords();
  for (let now = 0; now < 20; now++) {
    expect(wrong.begin('ada', now)).toBe(true);
    wrong.undecided('ada');
  }
  for (const now of [30, 31, 32]) wrong.begin('ada', now);
  expect(wrong.begin('ada', 15 * minute + 40)).toBe(true);
  wrong.undecided('ada');
  expect(wrong.begin('ada', 15 * minute + 41)).toBe(true);
});
