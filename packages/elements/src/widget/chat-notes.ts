import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { offlinePath, warningPath } from '../icons/paths.ts';

export const absentNote = (name: string): TemplateResult => html`
  <p class="note" role="status">
    ${icon(offlinePath)}<span><bdi>${name}</bdi> lost the connection. Go on writing: <bdi>${name}</bdi> will see it when back.</span>
  </p>
`;

export const failureNote = (sentence: string): TemplateResult => html`
  <p class="note danger" role="alert">${icon(warningPath)}<span>${sentence}</span></p>
`;

export const endedCard = (sentence: string, onStartOver: () => void): TemplateResult => html`
  <section class="ended" aria-label="Chat ended">
    <p role="status">${sentence}</p>
    <button class="button primary" type="button" @click=${onStartOver}>Start a new chat</button>
  </section>
`;
