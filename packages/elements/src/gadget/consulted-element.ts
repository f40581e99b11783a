import type { AgentActor, DeskTask } from '@eyeline/machines';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { personPath } from '../icons/call-paths.ts';
import { icon } from '../icons/icon.ts';
import { closePath } from '../icons/paths.ts';
import { avatar, avatars } from '../parts/avatar.ts';
import { isolate, sentence } from '../parts/isolate.ts';
import { desk } from '../sentences/desk.ts';
import { deskConsult } from '../sentences/desk-consult.ts';
import { deskConversation } from '../sentences/desk-conversation.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { overSentence } from './consult-words.ts';
import { consultedStyles } from './consulted-styles.ts';
import { conversationFrameStyles } from './conversation-frame-styles.ts';
import { backButton } from './conversation-header.ts';
import { customerForm } from './customer-form.ts';
import { privatePath } from './desk-paths.ts';
import { formValues, formValuesStyles } from './form-values.ts';

/**
 * A colleague asks: their conversation with the customer to be read along, and the talk about it beside it.
 *
 * @tagname eyeline-consulted
 */
export class ConsultedElement extends LitElement {
  static override styles = [base, buttons, avatars, formValuesStyles, conversationFrameStyles, consultedStyles];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    task: { attribute: false },
    newsBeside: { attribute: false },
    onBack: { attribute: false },
  };

  declare actor: AgentActor | null;
  declare task: DeskTask | null;
  /** How many messages stand unread in the other conversations. */
  declare newsBeside: number;
  /** The agent wants to see the list. */
  declare onBack: (() => void) | null;

  readonly #conversation = new ActorController(
    this,
    () => this.task?.conversation,
    snapshot => snapshot.context,
  );
  readonly #reading = new ActorController(
    this,
    () => this.task?.reading ?? undefined,
    snapshot => snapshot.context,
  );

  constructor() {
    super();
    this.actor = null;
    this.task = null;
    this.newsBeside = 0;
    this.onBack = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { task } = this;
    const [talk, reading] = [this.#conversation.value, this.#reading.value];
    if (!task?.consult || !talk || !reading) return nothing;
    const { askerName, customerName } = task.consult;
    const customer = isolate(customerName);
    const over = overSentence(talk.interaction, reading.interaction, talk.participantId, customerName);
    return html`
      <article aria-label=${deskConsult.asksAbout(askerName, customerName)}>
        <header>
          ${backButton(this.newsBeside, () => this.onBack?.())}
          ${avatar(askerName)}
          <div class="who">
            <h2>${sentence(deskConsult.asks(isolate(askerName)))}</h2>
            <p class="muted">${sentence(deskConsult.about(customer))}</p>
          </div>
          ${this.#ending(task, over !== null)}
        </header>
        <div class="body">
          <section class="subject" aria-label=${deskConsult.toBeRead(askerName, customerName)}>
            <details class="form">
              <summary>${icon(personPath)}${deskConversation.fromForm}</summary>
              ${formValues(customerForm(reading), customerName)}
            </details>
            <eyeline-message-list .conversation=${task.reading}></eyeline-message-list>
          </section>
          <section class="talk" aria-label=${deskConsult.with(askerName)}>
            <p class="private muted">${icon(privatePath)}<span>${sentence(deskConsult.seesNothing(customer))}</span></p>
            <div role="status">${over ? html`<p class="note">${sentence(over)}</p>` : nothing}</div>
            <eyeline-message-list .conversation=${task.conversation}></eyeline-message-list>
            <eyeline-consult-composer .conversation=${task.conversation} .to=${askerName}></eyeline-consult-composer>
          </section>
        </div>
      </article>
    `;
  }

  #ending({ taskId, conversation }: DeskTask, isOver: boolean) {
    const [label, press] = isOver
      ? [deskConsult.putAway, () => this.actor?.send({ type: 'put-away', taskId })]
      : [desk.end, () => conversation.send({ type: 'end' })];
    return html`<button class="button end" type="button" @click=${press}>${icon(closePath)}${label}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-consulted': ConsultedElement;
  }
}
