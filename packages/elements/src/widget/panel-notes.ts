import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { offlinePath, warningPath } from '../icons/paths.ts';

/** The line to the server is down; what is written is kept. */
export const offlineBanner = (): TemplateResult => html`
  <p class="note warning" role="status">
    ${icon(offlinePath)}<span>No connection. Trying again; what you write is kept and sent then.</span>
  </p>
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
