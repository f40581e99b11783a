import { html, nothing, type TemplateResult } from 'lit';
import { chat } from '../sentences/chat.ts';
import { isolate, sentence } from './isolate.ts';

/** As the server writes it: `•••• 1111`. */
const hidden = /(•{2,4}(?: ?[A-Z\d]{1,4}(?![A-Z\d]))?)/i;

/** A text in which what was hidden has a name for those who do not see it. */
export const withHidden = (text: string): string | unknown[] =>
  text.includes('••')
    ? text
        .split(hidden)
        .map((part, index) =>
          index % 2 === 0
            ? part
            : html`<span role="img" aria-label=${chat.hiddenNumber(part.replace(/[• ]+/, ''))}>${part}</span>`,
        )
    : text;

/** The same where it is only heard. */
export const hiddenAsWords = (text: string): string =>
  text.includes('••') ? text.replace(hidden, part => chat.hiddenNumber(part.replace(/[• ]+/, ''))) : text;

const sentences: Readonly<Record<string, () => string>> = {
  card: () => chat.hiddenCard,
  iban: () => chat.hiddenIban,
  ssn: () => chat.hiddenSsn,
};

/** What was hidden in a message, and why one does not see it. */
export const hiddenNote = (masked: readonly string[] | undefined): TemplateResult | typeof nothing =>
  masked?.length
    ? html`<p class="state" data-masked>${masked.map(what => html`<span>${sentence(sentences[what]?.() ?? chat.hiddenOwn(isolate(what)))}</span>`)}</p>`
    : nothing;
