import type { FallbackOption, ModeStanding } from '@eyeline/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { canAskFor, modeWords, standingWords } from './mode-words.ts';

/** The ways to begin, one button each, with what happens and who is there. Needs the styles `fallbackStyles`. */
export const modeChoices = (
  standings: readonly ModeStanding[],
  onChoose: (mode: FallbackOption) => void,
): TemplateResult => html`
  <ul class="steps">
    ${standings.map(one => {
      const { icon: path, label, hint } = modeWords(one.mode, one);
      const words = standingWords(one);
      const isOpen = canAskFor(one);
      return html`<li>
        <button class="step" type="button" aria-disabled=${isOpen ? nothing : 'true'} @click=${() => isOpen && onChoose(one.mode)}>
          ${icon(path)}<span><strong>${label}</strong><span class="muted">${hint}</span>
            ${words ? html`<span class="standing ${one.because === null ? 'there' : ''}">${words}</span>` : nothing}</span>
        </button>
      </li>`;
    })}
  </ul>
`;
