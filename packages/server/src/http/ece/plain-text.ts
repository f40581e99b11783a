import { compile } from 'html-to-text';

/** Longer markup is not read: it would be cut in any case. */
export const mostMarkup = 100_000;

const read = compile({
  wordwrap: false,
  limits: { maxDepth: 50, maxInputLength: mostMarkup, maxChildNodes: 10_000 },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['(', ')'] } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table'].map(selector => ({ selector, options: { uppercase: false } })),
  ],
});

/** What a message of type `text/html` says: text never becomes markup here, and markup becomes text. */
export const plainTextOf = (html: string): string => read(html).trim();

/** A text as `text/html`, which clients of ECE show as it is. */
export const htmlOf = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r?\n/g, '<br />');
