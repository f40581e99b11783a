import type { KnownCustomer } from '@eyeline/protocol';
import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { verifiedPath } from '../icons/paths.ts';
import { withHidden } from '../parts/hidden-number.ts';
import { isolate, sentence } from '../parts/isolate.ts';
import { deskConversation } from '../sentences/desk-conversation.ts';

type Known = KnownCustomer | null | undefined;
type Row = readonly [label: string, value: string | undefined];

const rows = (all: readonly Row[]): TemplateResult | typeof nothing => {
  const filled = all.filter(([, value]) => value);
  if (filled.length === 0) return nothing;
  return html`<dl class="form-values facts">
    ${filled.map(([label, value = '']) => html`<div><dt dir="auto">${label}</dt><dd dir="auto">${withHidden(value)}</dd></div>`)}
  </dl>`;
};

/**
 * Who the customer is, and how far that is known: what the site's own server vouches for has a sign of its own, and what only the
 * page says never looks like it.
 */
export function whoItIs(customer: Known): TemplateResult | typeof nothing {
  if (!customer) return nothing;
  const { level, id, name, email, phone } = customer;
  const { notProven, saysToBe, verified } = deskConversation;
  const who = name ?? email ?? phone ?? id ?? '';
  return html`
    ${level === 'verified' ? html`<p class="known verified">${icon(verifiedPath)}<span><b>${verified}</b> <bdi>${who}</bdi></span></p>` : nothing}
    ${level === 'claimed' ? html`<p class="known claimed"><span>${sentence(saysToBe(isolate(who)))}</span> <span class="muted">${notProven}</span></p>` : nothing}
  `;
}

/** What else is known of them, and what only the page tells. */
export function whatIsKnown(customer: Known): TemplateResult | typeof nothing {
  if (!customer) return nothing;
  const { id, email, phone, details, attributes } = customer;
  const { customerId, fromPage } = deskConversation;
  const told = Object.entries(attributes);
  return html`
    ${rows([[customerId, id], [deskConversation.email, email], [deskConversation.phone, phone], ...Object.entries(details)])}
    ${told.length > 0 ? html`<p class="muted">${fromPage}</p>${rows(told)}` : nothing}
  `;
}

export const knownCustomer = (customer: Known) => html`${whoItIs(customer)} ${whatIsKnown(customer)}`;

export const knownCustomerStyles = css`
  .known {
    display: flex;
    align-items: baseline;
    flex-wrap: wrap;
    gap: 4px 8px;
    overflow-wrap: anywhere;
  }

  .known.verified {
    flex-wrap: nowrap;
    color: var(--_success);
  }

  .known.verified svg {
    flex: none;
    align-self: center;
  }

  .known.verified bdi {
    color: var(--_text);
  }

  /* Short as they are, label and value stand on one line. */
  .facts {
    gap: 4px;
  }

  .facts > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
  }

  .facts dt {
    overflow-wrap: anywhere;
  }
`;
