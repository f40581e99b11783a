import { tokenize } from 'linkifyjs';
import { linkTo, urlOf } from './link-to.ts';
import type { TextToken } from './text-token.ts';

/** E.164 as people write it: a plus, then 8 to 15 digits with what makes them readable between. */
const telephones = /\+\d(?:[ ()./-]{0,2}\d){7,14}(?!\d)/g;
/** What nobody sees, or what turns the direction of reading. */
const unseen = /[\p{C}\p{Z}]/u;

/**
 * Finds what people write without `https://`: `shop.example/orders`, `help@shop.example`, `+49 89 1234567`. The tokens put
 * together are the text.
 */
export function bareLinksIn(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  for (const { v, t } of tokenize(text)) {
    const link = unseen.test(v) ? null : t === 'url' ? pageAt(v) : t === 'email' ? mailTo(v) : null;
    if (link) tokens.push(link);
    else add(tokens, v);
  }
  return tokens.flatMap(token => (token.href ? token : telephonesIn(token.text)));
}

function pageAt(written: string): TextToken | null {
  const url = urlOf(`https://${written}`);
  return url && linkTo(url, written);
}

/** Only an address as plain as this one: in `mailto:` a question mark would begin a subject, a text, further people. */
const mailTo = (written: string): TextToken | null =>
  /^[\w.+-]+@[\w.-]+$/.test(written) ? { text: written, href: `mailto:${written}` } : null;

function telephonesIn(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  let end = 0;
  for (const { 0: written, index } of text.matchAll(telephones)) {
    if (/[\w+]/.test(text.charAt(index - 1))) continue;
    if (index > end) tokens.push({ text: text.slice(end, index) });
    tokens.push({ text: written, href: `tel:+${written.replace(/\D/g, '')}` });
    end = index + written.length;
  }
  if (end < text.length) tokens.push({ text: text.slice(end) });
  return tokens;
}

/** Plain stretches beside each other are one. */
function add(tokens: TextToken[], text: string): void {
  const last = tokens.at(-1);
  if (last && !last.href) tokens.splice(-1, 1, { text: last.text + text });
  else tokens.push({ text });
}
