import { Lexer, type Token, type Tokens } from 'marked';
import { addressesIn } from './addresses.ts';
import { bareLinksIn } from './bare-links.ts';
import { linkTo, urlOf } from './link-to.ts';
import type { Mark, TextToken } from './text-token.ts';

/** A stranger chooses the text: with more marks than a person would use it is shown as it was written. */
const mostMarks = 200;
/** What turns the direction of reading. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const marksOf = { strong: 'bold', em: 'italic', del: 'struck', codespan: 'code' } as const;

/**
 * What a message looks like: `**bold**`, `*italic*` or `_italic_`, `~~struck~~`, `` `code` ``, `[a page](https://…)`, as in
 * Markdown (CommonMark, GFM's strikethrough); addresses, mail addresses and telephone numbers. Everything else stays as it
 * was written, character for character: tags, backslashes, and marks inside of words and numbers (`2*3*4`).
 */
export function richText(text: string): TextToken[] {
  const marks = text.match(/[*_~`[\]]/g)?.length ?? 0;
  return marks < 2 || marks > mostMarks ? linksIn(text) : tokensOf(Lexer.lexInline(text), []);
}

function tokensOf(parsed: readonly Token[], marks: readonly Mark[]): TextToken[] {
  return parsed.flatMap((token, index) => {
    const mark = marksOf[token.type as keyof typeof marksOf];
    if (mark && isApart(parsed[index - 1], parsed[index + 1])) {
      const within = [...marks, mark];
      if (mark === 'code') return { text: token.raw.replace(/^(`+)(.*)\1$/s, '$2'), marks: within };
      return tokensOf((token as Tokens.Strong).tokens, within);
    }
    const tokens = (token.type === 'link' && labelled(token as Tokens.Link)) || linksIn(token.raw);
    return marks.length > 0 ? tokens.map(one => ({ ...one, marks })) : tokens;
  });
}

/** Marks in the middle of a word are none. */
const isApart = (before: Token | undefined, after: Token | undefined) =>
  !/\w$/.test(before?.raw ?? '') && !/^\w/.test(after?.raw ?? '');

/** `[text](https://…)`: where it leads is said beside it, as the text may promise anything, and may not turn what is said. */
function labelled({ raw, text, href }: Tokens.Link): TextToken[] | null {
  const url = raw.startsWith('[') && !turning.test(text) ? urlOf(href) : null;
  return url && [linkTo(url, text)];
}

const linksIn = (text: string): TextToken[] =>
  addressesIn(text).flatMap(token => (token.href ? token : bareLinksIn(token.text)));
