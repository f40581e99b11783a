/** A text as it is searched for numbers, and where each of its UTF-16 units stands in the text as it was written. */
export interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What nobody sees, and what only changes the sign before it: directions, joiners, soft hyphens, accents, a key around a digit. */
const unseen = /[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]/u;
const accent = /\p{M}/u;
const decimal = /\p{Nd}/u;

/** Decimal digits of every script stand in tens, from 0 on. */
function digitOf(code: number): number {
  let first = code;
  while (decimal.test(String.fromCodePoint(first - 1))) first--;
  return (code - first) % 10;
}

/** The sign that a reader takes it for: a digit of any script and width is `0` to `9`, a wide letter the usual one. */
function signOf(sign: string): string {
  const usual = sign.normalize('NFKC');
  const shown = usual.length === 1 ? usual : sign;
  return decimal.test(shown) ? `${digitOf(shown.codePointAt(0) ?? 0)}` : shown;
}

/** O(length). */
export function fold(text: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let at = 0;
  for (const sign of text) {
    const start = at;
    at += sign.length;
    if (sign > '~' && unseen.test(sign)) {
      if (accent.test(sign) && ends.length > 0) ends[ends.length - 1] = at;
      continue;
    }
    const shown = sign > '~' ? signOf(sign) : sign;
    for (let unit = 0; unit < shown.length; unit++) {
      starts.push(start);
      ends.push(at);
    }
    folded += shown;
  }
  return { text: folded, starts, ends };
}
