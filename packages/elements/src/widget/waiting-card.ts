import { html, type TemplateResult } from 'lit';

/** Where the customer stands in the queue; 1 is next, null when the server has not said it yet. */
export const waitingCard = (position: number | null, onLeave: () => void): TemplateResult => html`
  <section class="waiting" aria-label="Waiting">
    <div role="status">
      <h2>${positionSentence(position)}</h2>
      <p class="muted">An agent will be with you soon. You can already write what it is about.</p>
    </div>
    <button class="button quiet" type="button" @click=${onLeave}>Leave</button>
  </section>
`;

function positionSentence(position: number | null): string {
  if (position === null) return 'Finding an agent for you';
  return position === 1 ? 'You are next' : `You are number ${position} in the queue`;
}
