import { cardNumbers } from './card-numbers.ts';
import { type Folded, fold } from './folded.ts';
import { ibans } from './ibans.ts';
import type { MaskingKind } from './masking-kind.ts';
import { socialSecurityNumbers } from './social-security-numbers.ts';

/** What is to be hidden in a folded text: why, from where to where, and how many of its last signs stay. */
export interface Hidden {
  readonly what: string;
  readonly start: number;
  readonly end: number;
  readonly keep: number;
}

export interface MaskedText {
  readonly text: string;
  /** What was hidden, each once; empty where nothing was. */
  readonly masked: readonly string[];
}

const finders: Readonly<Record<MaskingKind, (text: string) => Iterable<Pick<Hidden, 'start' | 'end'>>>> = {
  card: cardNumbers,
  iban: ibans,
  ssn: socialSecurityNumbers,
};

/** So many of the last signs stay, so that people can tell one from another. */
const kept = 4;
/** Whatever can be hidden by us has at least so many signs. */
const fewest = 9;

/**
 * A text without the numbers that nobody else is to read: `•••• 1111`. It is never longer than it was. What is hidden
 * twice is hidden once, as a whole.
 *
 * @param more finds more in the folded text: what a site hides beside
 */
export function maskText(
  text: string,
  kinds: readonly MaskingKind[],
  more?: (folded: Folded) => Iterable<Hidden>,
): MaskedText {
  if (!more && (kinds.length === 0 || text.length < fewest)) return { text, masked: [] };
  const folded = fold(text);
  const found = [
    ...kinds.flatMap(what => [...finders[what](folded.text)].map(one => ({ ...one, what, keep: kept }))),
    ...(more?.(folded) ?? []),
  ].sort((one, other) => one.start - other.start || other.end - one.end);
  let masked = '';
  let from = 0;
  for (const { start, end, keep } of apart(found)) {
    masked += text.slice(from, folded.starts[start]) + cover(folded.text.slice(start, end), keep);
    from = folded.ends[end - 1] ?? from;
  }
  return { text: masked + text.slice(from), masked: [...new Set(found.map(({ what }) => what))] };
}

/** Those that lie over each other as one, of which no more stays than of any of them. */
function apart(found: readonly Hidden[]): Hidden[] {
  const all: Hidden[] = [];
  for (const one of found) {
    const before = all.at(-1);
    if (!before || one.start >= before.end) all.push(one);
    else
      all[all.length - 1] = {
        ...before,
        end: Math.max(before.end, one.end),
        keep: Math.min(before.keep, one.keep),
      };
  }
  return all;
}

/** How many numbers a text shows as hidden. */
export const coversIn = (text: string): number => [...text.matchAll(/(?<!•)•{4}(?: [\p{L}\p{N}]{4})?(?!•)/gu)].length;

function cover(hidden: string, keep: number): string {
  const signs = [...hidden].filter(sign => /[\p{L}\p{N}]/u.test(sign));
  const last = keep > 0 && signs.length > keep ? signs.slice(-keep).join('') : '';
  const room = hidden.length - last.length;
  return '•'.repeat(Math.min(4, room)) + (last && room > 4 ? ' ' : '') + last;
}
