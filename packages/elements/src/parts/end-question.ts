import { css, html, nothing, type TemplateResult } from 'lit';
import { chat } from '../sentences/chat.ts';

export interface EndQuestionProps {
  /** What else ends with the chat; empty where nothing does. */
  readonly consequence?: string;
  readonly onEnd: () => void;
  readonly onStay: () => void;
}

/** Ending cannot be undone, so it is asked once, in place. Needs the styles `endQuestions`. */
export const endQuestion = ({ consequence, onEnd, onStay }: EndQuestionProps): TemplateResult => html`
  <section class="question" role="group" aria-label=${chat.endThis} @keydown=${(event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // It takes back the question, and does not close what is around it too.
    event.stopPropagation();
    onStay();
  }}>
    <p><b>${chat.endThis}</b>${consequence ? html` ${consequence}` : nothing}</p>
    <button class="button danger" type="button" @click=${onEnd}>${chat.end}</button>
    <button class="button stay" type="button" @click=${onStay}>${chat.stay}</button>
  </section>
`;

export const endQuestions = css`
  .question {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 8px;
    padding: 12px 16px 16px;
    border-bottom: 1px solid var(--_line);
  }

  .question p {
    flex: 0 0 100%;
  }

  .question b {
    font-weight: 600;
  }

  .question .button {
    flex: 1;
    padding-inline: 8px;
  }
`;
