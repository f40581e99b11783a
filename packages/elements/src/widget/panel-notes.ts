import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { offlinePath, warningPath } from '../icons/paths.ts';

/** The line to the server is down; what is written is kept. */
export const offlineBanner = (): TemplateResult => html`
  <p class="note warning" role="status">
    ${icon(offlinePath)}<span>No connection. Trying again; what you write is kept and sent then.</span>
  </p>
`;

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

export const unavailableNote = (sentence: string): TemplateResult => html`
  <section class="unavailable" role="alert">
    ${icon(warningPath)}
    <h2>The chat is not available</h2>
    <p class="muted">${sentence}</p>
  </section>
`;

export const loadingSkeleton = (): TemplateResult => html`
  <div class="loading" role="status" aria-label="Loading">
    <div class="bones" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i></div>
    <p class="late muted">Still connecting. Please check your connection.</p>
  </div>
`;
