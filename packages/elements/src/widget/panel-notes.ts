import type { Failure } from '@eyeline/protocol';
import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { warningPath } from '../icons/paths.ts';
import { sentenceOf } from '../sentences/language.ts';
import { widget } from '../sentences/widget.ts';

export const unavailableNote = (sentence: string): TemplateResult => html`
  <section class="unavailable" role="alert">
    ${icon(warningPath)}
    <h2>${widget.unavailable}</h2>
    <p class="muted">${sentence}</p>
  </section>
`;

/** `obstacle`: why the server lets nobody in for now. */
export const loadingSkeleton = (obstacle?: Failure | null): TemplateResult => html`
  <div class="loading" role="status" aria-label=${widget.loading}>
    <div class="bones" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i></div>
    <p class="late muted ${obstacle ? 'now' : ''}">${obstacle ? sentenceOf(obstacle) : widget.connecting}</p>
  </div>
`;
