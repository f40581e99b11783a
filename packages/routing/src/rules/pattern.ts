import { cutUnits } from '@eyeline/protocol';
import * as v from 'valibot';

const longestPattern = 200;
const longestText = 2000;

/** `*` is any run of characters, `?` is one; `\` before them takes them as they are. */
export const Pattern = v.pipe(
  v.string('a pattern: * is any run of characters, ? is one'),
  v.minLength(1, 'a pattern: * is any run of characters, ? is one'),
  v.maxLength(longestPattern, `a pattern of at most ${longestPattern} characters`),
);
export type Pattern = v.InferOutput<typeof Pattern>;

interface Piece {
  readonly kind: 'run' | 'one' | 'exactly';
  readonly character: string;
}

/**
 * Is the whole text as the pattern says? Upper and lower case are the same. Not a regular expression, so nobody can
 * write one that hangs: O(pattern × text), of the text only the first 2 000 characters.
 */
export function isMatch(pattern: Pattern, text: string): boolean {
  const pieces = piecesOf(pattern);
  const characters = Array.from(fold(cutUnits(text, longestText)));
  let piece = 0;
  let character = 0;
  // Where to take up again: the last run swallows one more character. An earlier run never needs to.
  let lastRun = -1;
  let swallowed = 0;
  while (character < characters.length) {
    const next = pieces[piece];
    if (next?.kind === 'run') {
      lastRun = piece;
      swallowed = character;
      piece += 1;
    } else if (next && (next.kind === 'one' || next.character === characters[character])) {
      piece += 1;
      character += 1;
    } else if (lastRun >= 0) {
      swallowed += 1;
      piece = lastRun + 1;
      character = swallowed;
    } else {
      return false;
    }
  }
  return pieces.slice(piece).every(({ kind }) => kind === 'run');
}

function piecesOf(pattern: Pattern): readonly Piece[] {
  const pieces: Piece[] = [];
  let isEscaped = false;
  for (const character of fold(pattern)) {
    if (!isEscaped && character === '\\') {
      isEscaped = true;
      continue;
    }
    const kind = isEscaped ? 'exactly' : character === '*' ? 'run' : character === '?' ? 'one' : 'exactly';
    pieces.push({ kind, character });
    isEscaped = false;
  }
  return pieces;
}

// One spelling for what looks the same: "é" may be one character or two.
const fold = (text: string) => text.normalize('NFC').toLowerCase();
