import type { Offer } from '@eyeline/protocol';
import { css, html, type TemplateResult } from 'lit';
import { withHidden } from '../parts/hidden-number.ts';
import { deskConversation } from '../sentences/desk-conversation.ts';

/** What the customer filled in: label and value, in the form's order, without what is empty or stands above as `name`. */
export function formValues(form: Offer['form'], name: string): TemplateResult {
  const filled = form.filter(({ value }) => value.trim() !== '' && value.trim() !== name.trim());
  if (filled.length === 0) return html`<p class="muted">${deskConversation.nothingElse}</p>`;
  return html`<dl class="form-values">
    ${filled.map(({ label, value }) => html`<div><dt dir="auto">${label}</dt><dd dir="auto">${withHidden(value)}</dd></div>`)}
  </dl>`;
}

export const formValuesStyles = css`
  .form-values {
    display: grid;
    gap: 10px;
  }

  .form-values dt {
    color: var(--_muted);
  }

  .form-values dd {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
`;
