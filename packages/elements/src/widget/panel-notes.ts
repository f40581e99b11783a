import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { warningPath } from '../icons/paths.ts';

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
    <p class="late muted">Still connecting. This may take a moment.</p>
  </div>
`;
