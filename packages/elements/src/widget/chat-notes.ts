import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { offlinePath, warningPath } from '../icons/paths.ts';

export const absentNote = (name: string): TemplateResult => html`
  <p class="note" role="status">
    ${icon(offlinePath)}<span>${name} lost the connection. Go on writing: ${name} will see it when back.</span>
  </p>
`;

export const failureNote = (sentence: string): TemplateResult => html`
  <p class="note danger" role="alert">${icon(warningPath)}<span>${sentence}</span></p>
`;

/** Ending cannot be undone, so it is asked once. */
export const endQuestion = (onEnd: () => void, onStay: () => void): TemplateResult => html`
  <section class="question" role="group" aria-label="End this chat?">
    <p>End this chat?</p>
    <button class="button danger" type="button" @click=${onEnd}>End chat</button>
    <button class="button" type="button" @click=${onStay}>Keep chatting</button>
  </section>
`;

export const endedCard = (sentence: string, onStartOver: () => void): TemplateResult => html`
  <section class="ended" aria-label="Chat ended">
    <p role="status">${sentence}</p>
    <button class="button primary" type="button" @click=${onStartOver}>Start a new chat</button>
  </section>
`;
