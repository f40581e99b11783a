import { html, nothing } from 'lit';
import type { Mark, TextToken } from '../rich/text-token.ts';
import { withHidden } from './hidden-number.ts';
import { tokensOf } from './message-tokens.ts';

const marked: Readonly<Record<Mark, (of: unknown) => unknown>> = {
  bold: of => html`<strong>${of}</strong>`,
  code: of => html`<code>${of}</code>`,
  italic: of => html`<em>${of}</em>`,
  struck: of => html`<s>${of}</s>`,
};

/** The text as text: nothing in it becomes markup but links and the marks that we know. */
export const messageText = (message: { readonly text: string }, onFinder: () => void): unknown[] =>
  tokensOf(message, onFinder).map(token =>
    (token.marks ?? []).reduceRight<unknown>((within, mark) => marked[mark](within), stretch(token)),
  );

const stretch = ({ text, href, host }: TextToken) =>
  href
    ? html`<a href=${href} dir="ltr" target="_blank" rel="noopener noreferrer" data-host=${host ?? nothing}>${text}</a>`
    : withHidden(text);
