import type { ConversationContext } from '@eyeline/machines';
import { html, nothing, type TemplateResult } from 'lit';
import { sentence as drawn, isolate } from '../parts/isolate.ts';
import { chat } from '../sentences/chat.ts';
import { milestone } from '../sentences/milestone.ts';
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
    <section class="waiting" aria-label=${chat.waiting}>
      <div>
        <h2>${transfer ? drawn(chat.handedOver(isolate(transfer.to ?? milestone.somebodyElse))) : positionSentence(position, onOthers !== null)}</h2>
        ${words ? html`<p class="wait">${chat.waitingTime(words)}</p>` : nothing}
        <p class="muted">
          ${transfer ? chat.goOn : outlook(onOthers !== null)}
        </p>
      </div>
      <div class="answers">
        ${onOthers ? html`<button class="button quiet" type="button" @click=${onOthers}>${chat.otherWays}</button>` : nothing}
        <button class="button quiet" type="button" @click=${onLeave}>${chat.leave}</button>
      </div>
    </section>
  `;
}

/** What is heard of it: at the beginning, and when the place is another. How long it still takes is there to be read. */
export const waitingSentence = ({ position }: ConversationContext): string => positionSentence(position, false);

const outlook = (isNobodyThere: boolean): string => (isNobodyThere ? chat.nobodyThere : chat.soon);

function positionSentence(position: number | null, isNobodyThere: boolean): string {
  if (position === null) return isNobodyThere ? chat.areWaiting : chat.finding;
  if (position > 1) return chat.number(position);
  return isNobodyThere ? chat.first : chat.next;
}
