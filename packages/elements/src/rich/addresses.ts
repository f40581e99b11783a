import { linkTo, urlOf } from './link-to.ts';
import type { TextToken } from './text-token.ts';

/** Ends at white space, at what could begin markup, and at characters that nobody sees or that turn the direction. */
const addresses = /\bhttps?:\/\/[^\s<>"'`\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gi;
/** What ends a sentence or closes a bracket rather than an address. */
const trailing = '.,;:!?)]}…。，、；：！？）」』】”’»';

/**
 * Finds the http and https addresses in a text. The tokens put together are the text, character for character. Each
 * character is looked at a fixed number of times: a stranger chooses the text.
 */
export function addressesIn(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  let end = 0;
  for (const match of text.matchAll(addresses)) {
    const address = withoutTrailing(match[0]);
    const url = urlOf(address);
    if (!url) continue;
    if (match.index > end) tokens.push({ text: text.slice(end, match.index) });
    tokens.push(linkTo(url, address));
    end = match.index + address.length;
  }
  if (end < text.length) tokens.push({ text: text.slice(end) });
  return tokens;
}

/** A closing bracket stays where the address itself opened one, as in `/wiki/Eye_(organ)`. */
function withoutTrailing(address: string): string {
  let unopened = count(address, ')') - count(address, '(');
  let end = address.length;
  for (let last = address.charAt(end - 1); last && trailing.includes(last); last = address.charAt(end - 1)) {
    if (last === ')' && unopened-- <= 0) break;
    end--;
  }
  return address.slice(0, end);
}

const count = (text: string, character: string) => text.split(character).length - 1;
