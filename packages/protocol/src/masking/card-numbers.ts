import { type DigitGroup, numberRuns } from './number-runs.ts';

/** How the numbers of cards begin, with how many digits they have. What no issuer uses is no card. */
const issuers =
  /^(?:4(?:\d{15}|\d{18})|(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)\d+|3[47]\d{13}|3(?:0[0-5]|095|6|[89])\d+|(?:220[0-4]|35(?:2[89]|[3-8])|5[0678]|6|81|9792)\d+)$/;

function isLength(digits: string): boolean {
  if (/^3[47]/.test(digits)) return digits.length === 15;
  if (/^3[0689]/.test(digits)) return digits.length === 14 || digits.length === 16;
  if (/^(5[1-5]|2[2-7]|9)/.test(digits) && !/^220/.test(digits)) return digits.length === 16;
  return digits.length >= 16 && digits.length <= 19;
}

/** The check digit of cards: every second digit from the right counts twice. */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const counted = index % 2 === 1 ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}

export const isCardNumber = (digits: string): boolean =>
  isLength(digits) && issuers.test(digits) && hasCheckDigit(digits);

/** All groups as long as the first, the last perhaps shorter; with 14 and 15 digits, as many as telephone numbers have, as on cards alone. */
function isUsual(groups: readonly DigitGroup[], digits: string): boolean {
  const sizes = groups.map(one => one.digits.length);
  if (digits.length < 16) return groups.length === 1 || /^4,(6,[45]|4,4,[23])$/.test(sizes.join());
  const [first = 0] = sizes;
  const isEven = sizes.every((size, index) => size === first || (index === sizes.length - 1 && size < first));
  return isEven;
}

/** An international telephone number has at most 15 digits. */
const isTelephone = (text: string, start: number, digits: string): boolean =>
  text[start - 1] === '+' && digits.length <= 15;

/**
 * Where numbers of cards stand in a folded text. In groups that are unlike each other only where nothing else stands beside
 * them: an order number before a telephone number is no card.
 */
export function* cardNumbers(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (const groups of numberRuns(text)) {
    for (let first = 0; first < groups.length; ) {
      const found = longestCard(text, groups, first);
      if (found > first) yield { start: groups[first]?.start ?? 0, end: groups[found - 1]?.end ?? 0 };
      first = Math.max(found, first + 1);
    }
  }
}

/** The group after the longest number of a card that begins with this group; 0 where none does. */
function longestCard(text: string, groups: readonly DigitGroup[], first: number): number {
  let digits = '';
  let found = 0;
  for (let next = first; next < groups.length && digits.length < 19; next++) {
    digits += groups[next]?.digits ?? '';
    // What costs little is asked first: a text of thousands of single digits is looked at from each of them.
    if (digits.length < 14 || !isCardNumber(digits) || isTelephone(text, groups[first]?.start ?? 0, digits)) continue;
    const part = groups.slice(first, next + 1);
    if (isUsual(part, digits) || (part.length === groups.length && digits.length > 15)) found = next + 1;
  }
  return found;
}
