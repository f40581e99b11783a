import type { ConversationContext } from '@eyeline/machines';
import { html, nothing, type TemplateResult } from 'lit';
import { waitWords } from './wait-words.ts';

/** Where the customer stands in the queue and how long it takes. `onOthers` where there is something else to have. */
export function waitingCard(
  { interaction, position, wait }: ConversationContext,
  onLeave: () => void,
  onOthers: (() => void) | null,
): TemplateResult {
  const handover = interaction.milestones.findLast(one => one.kind === 'transferred');
  const words = position === null ? '' : waitWords(wait);
  return html`
    <section class="waiting" aria-label="Waiting">
      <div role="status">
        <h2>${handover ? `You are handed over to ${handover.to}` : positionSentence(position)}</h2>
        ${words ? html`<p class="wait">Waiting time: ${words}</p>` : nothing}
        <p class="muted">
          ${
            handover
              ? 'They see what was said so far. You can go on writing.'
              : 'An agent will be with you soon. You can already write what it is about.'
          }
        </p>
      </div>
      <div class="answers">
        ${onOthers ? html`<button class="button quiet" type="button" @click=${onOthers}>Other ways</button>` : nothing}
        <button class="button quiet" type="button" @click=${onLeave}>Leave</button>
      </div>
    </section>
  `;
}

function positionSentence(position: number | null): string {
  if (position === null) return 'Finding an agent for you';
  return position === 1 ? 'You are next' : `You are number ${position} in the queue`;
}
