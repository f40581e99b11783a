import type { ConversationContext } from '@eyeline/machines';
import { html, nothing, type TemplateResult } from 'lit';
import { waitWords } from './wait-words.ts';

/**
 * Where the customer stands in the queue and how long it takes. `onOthers`: nobody can help now, and there is something
 * else to have; who waits all the same is promised nothing.
 */
export function waitingCard(
  { interaction, position, wait }: ConversationContext,
  onLeave: () => void,
  onOthers: (() => void) | null,
): TemplateResult {
  const transfer = interaction.milestones.findLast(one => one.kind === 'transferred');
  const words = position === null ? '' : waitWords(wait);
  return html`
    <section class="waiting" aria-label="Waiting">
      <div role="status">
        <h2>${transfer ? html`You are handed over to <bdi>${transfer.to}</bdi>` : positionSentence(position, onOthers !== null)}</h2>
        ${words ? html`<p class="wait">Waiting time: ${words}</p>` : nothing}
        <p class="muted">
          ${transfer ? 'They see what was said so far. You can go on writing.' : outlook(onOthers !== null)}
        </p>
      </div>
      <div class="answers">
        ${onOthers ? html`<button class="button quiet" type="button" @click=${onOthers}>Other ways</button>` : nothing}
        <button class="button quiet" type="button" @click=${onLeave}>Leave</button>
      </div>
    </section>
  `;
}

const outlook = (isNobodyThere: boolean): string =>
  isNobodyThere
    ? 'Nobody can help right now. You keep your place, and whoever comes reads what you write.'
    : 'You are helped as soon as an agent is free. You can already write what it is about.';

function positionSentence(position: number | null, isNobodyThere: boolean): string {
  if (position === null) return isNobodyThere ? 'You are waiting' : 'Finding an agent for you';
  if (position > 1) return `You are number ${position} in the queue`;
  return isNobodyThere ? 'You are first in line' : 'You are next';
}
