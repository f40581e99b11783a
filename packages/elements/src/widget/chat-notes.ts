import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { offlinePath, warningPath } from '../icons/paths.ts';
import { sentence as drawn, isolate } from '../parts/isolate.ts';
import { chat } from '../sentences/chat.ts';

export const absentNote = (name: string): TemplateResult => html`
  <p class="note" role="status">
    ${icon(offlinePath)}<span>${drawn(chat.lostConnection(isolate(name)))}</span>
  </p>
`;

export const failureNote = (sentence: string): TemplateResult => html`
  <p class="note danger" role="alert">${icon(warningPath)}<span>${sentence}</span></p>
`;

export const endedCard = (sentence: string, onStartOver: () => void): TemplateResult => html`
  <section class="ended" aria-label=${chat.ended}>
    <p role="status">${sentence}</p>
    <button class="button primary" type="button" @click=${onStartOver}>${chat.startNew}</button>
  </section>
`;
