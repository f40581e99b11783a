import type { FallbackOption } from '@eyeline/protocol';
import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { stepWords } from './fallback-words.ts';

/** What there is instead, one button each. Needs the styles `fallbackStyles`. */
export const fallbackOptions = (
  steps: readonly FallbackOption[],
  onChoose: (step: FallbackOption) => void,
): TemplateResult => html`
  <ul class="steps">
    ${steps.map(step => {
      const { icon: path, label, hint } = stepWords(step);
      return html`<li>
        <button class="step" type="button" @click=${() => onChoose(step)}>
          ${icon(path)}<span><strong>${label}</strong><span class="muted">${hint}</span></span>
        </button>
      </li>`;
    })}
  </ul>
`;
