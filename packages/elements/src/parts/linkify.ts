/** A stretch of a message: plain, or the address of a page. */
export interface TextToken {
  readonly text: string;
  readonly href?: string;
  /** Where the link leads, in ASCII, if the text does not say so plainly at its beginning. */
  readonly host?: string;
}

/** Ends at white space, at what could begin markup, and at characters that nobody sees or that turn the direction. */
const addresses = /\bhttps?:\/\/[^\s<>"'`\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gi;
/** What ends a sentence or closes a bracket rather than an address. */
const trailing = '.,;:!?)]}…。，、；：！？）」』】”’»';

/**
 * Finds the http and https addresses in a text. The tokens put together are the text, character for character. Each
 * character is looked at a fixed number of times: a stranger chooses the text.
 */
export function linkify(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  let end = 0;
  for (const match of text.matchAll(addresses)) {
    const address = withoutTrailing(match[0]);
    const url = urlOf(address);
    if (!url) continue;
    if (match.index > end) tokens.push({ text: text.slice(end, match.index) });
    const { href, hostname } = url;
    tokens.push({ text: address, href, ...(isPlain(address, hostname) ? {} : { host: hostname }) });
    end = match.index + address.length;
  }
  if (end < text.length) tokens.push({ text: text.slice(end) });
  return tokens;
}

/** `URL.canParse` would say it without an error, but not every browser has it. */
function urlOf(address: string): URL | null {
  try {
    const url = new URL(address);
    return /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/**
 * Does a reader see at the beginning where it leads? Not with `bank.example@evil.example`, nor with another script's
 * letters that look like ours: those are ASCII only in the host name that the browser makes of them.
 */
function isPlain(address: string, hostname: string): boolean {
  const written = address.slice(address.indexOf('//') + 2, address.length).toLowerCase();
  return written.startsWith(hostname) && /^(:\d*)?([/?#]|$)/.test(written.slice(hostname.length, hostname.length + 8));
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
