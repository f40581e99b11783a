import { css, html, type TemplateResult } from 'lit';
import type { AgentWords } from './agent-words.ts';

/** A small sign for a state, told apart by shape as well as by colour. Says nothing: the words stand beside it. */
export const stateSign = (tone: AgentWords['tone']): TemplateResult => html`
  <svg class="state-sign ${tone}" viewBox="0 0 16 16" aria-hidden="true"><path d=${shapes[tone]}></path></svg>
`;

const disc = 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z';

const shapes: Readonly<Record<AgentWords['tone'], string>> = {
  ready: `${disc}M4.6 8.1 7 10.5l4.4-4.9`,
  offered: `${disc}M8 4.3v4.2M8 11.4v.2`,
  busy: `${disc}M5 8h6`,
  away: `${disc}M6.3 5.5v5M9.7 5.5v5`,
};

export const stateSigns = css`
  .state-sign {
    flex: none;
    width: 20px;
    height: 20px;
    fill: var(--_sign);
    stroke: var(--_surface);
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .state-sign.ready {
    --_sign: var(--_success);
  }

  .state-sign.offered,
  .state-sign.busy {
    --_sign: var(--_accent-text);
  }

  .state-sign.away {
    --_sign: var(--_muted);
  }
`;
