/** What people put between the digits of a number: blanks (of Braille too), dashes, the sign for minus, dots, brackets. */
export const between = String.raw`[\p{Zs}\t\p{Pd}\u2212\u2800.·_()[\]{}]`;

/** Digits that belong together, with at most five signs between two of them. */
const runs = new RegExp(`\\d(?:${between}{0,5}\\d)+`, 'gu');

/** Digits without a sign between them. */
export interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** Everything in a folded text that could be one number, as its groups. O(length). */
export function* numberRuns(text: string): Generator<readonly DigitGroup[]> {
  for (const { 0: run, index } of text.matchAll(runs))
    yield [...run.matchAll(/\d+/g)].map(({ 0: digits, index: at }) => ({
      digits,
      start: index + at,
      end: index + at + digits.length,
    }));
}
