/** A stretch of a message: plain, or the address of a page. */
export interface TextToken {
  readonly text: string;
  readonly href?: string;
}

const addresses = /\bhttps?:\/\/[^\s<>"'`]+/gi;
/** What ends a sentence or closes a bracket rather than an address. */
const trailing = /[.,;:!?)\]}]+$/;

/** Finds the http and https addresses in a text. The tokens put together are the text, character for character. */
export function linkify(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  let end = 0;
  for (const match of text.matchAll(addresses)) {
    const address = withoutTrailing(match[0]);
    if (!URL.canParse(address)) continue;
    if (match.index > end) tokens.push({ text: text.slice(end, match.index) });
    tokens.push({ text: address, href: new URL(address).href });
    end = match.index + address.length;
  }
  if (end < text.length) tokens.push({ text: text.slice(end) });
  return tokens;
}

/** A closing bracket stays where the address itself opened one, as in `/wiki/Eye_(organ)`. */
function withoutTrailing(address: string): string {
  let kept = address;
  for (let tail = trailing.exec(kept); tail; tail = trailing.exec(kept)) {
    const last = kept.at(-1);
    if (last === ')' && kept.split('(').length === kept.split(')').length) break;
    kept = kept.slice(0, -1);
  }
  return kept;
}
