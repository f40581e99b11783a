import type { AgentActor, DeskConsult } from '@eyeline/machines';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { DeskController } from '../controller/desk-controller.ts';
import { pageNow } from '../controller/page-clock.ts';
import { icon } from '../icons/icon.ts';
import { closePath } from '../icons/paths.ts';
import { avatar, avatars } from '../parts/avatar.ts';
import { isolate, sentence } from '../parts/isolate.ts';
import { desk } from '../sentences/desk.ts';
import { deskConsult } from '../sentences/desk-consult.ts';
import { deskTargets } from '../sentences/desk-targets.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { consultPanelStyles } from './consult-panel-styles.ts';
import { colleagueOf, consultSentence } from './consult-words.ts';
import { privatePath } from './desk-paths.ts';
import type { DeskSounds } from './desk-sounds.ts';
import { theirMessages } from './their-messages.ts';

/**
 * What an agent asks a colleague, beside the conversation that it is about. The customer sees nothing of it.
 *
 * @tagname eyeline-consult-panel
 */
export class ConsultPanelElement extends LitElement {
  static override styles = [base, buttons, avatars, consultPanelStyles];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    consult: { attribute: false },
    customerName: { attribute: false },
    isServing: { attribute: false },
    sounds: { attribute: false },
    onAsk: { attribute: false },
    onClose: { attribute: false },
  };

  declare actor: AgentActor | null;
  declare consult: DeskConsult | null;
  declare customerName: string;
  /** Can the agent still ask about this customer? */
  declare isServing: boolean;
  declare sounds: DeskSounds | null;
  /** The agent wants to ask somebody else. */
  declare onAsk: (() => void) | null;
  declare onClose: (() => void) | null;

  readonly #desk = new DeskController(this, () => this.actor);
  readonly #conversation = new ActorController(
    this,
    () => this.consult?.conversation,
    snapshot => snapshot.context,
  );
  #receivedSeq = 0;

  constructor() {
    super();
    this.actor = null;
    this.consult = null;
    this.customerName = '';
    this.isServing = true;
    this.sounds = null;
    this.onAsk = null;
    this.onClose = null;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('consult');
    if (before && (before as DeskConsult).interactionId !== this.consult?.interactionId) this.#receivedSeq = 0;
  }

  override updated(): void {
    const context = this.#conversation.value;
    const last = context && theirMessages(context).at(-1);
    if (!last || last.seq <= this.#receivedSeq) return;
    // As with customers: the history of a reload is no news.
    if ((this.#receivedSeq > 0 || last.at > pageNow() - 5000) && !document.hasFocus()) this.sounds?.play('message');
    this.#receivedSeq = last.seq;
  }

  override render(): TemplateResult | typeof nothing {
    const { consult } = this;
    const context = this.#conversation.value;
    if (!consult || !context) return nothing;
    const colleague = colleagueOf(context.interaction, consult.participantId);
    const name = colleague?.name ?? (consult.to || deskTargets.anybody);
    const words = context.interaction.lastSeq > 0 ? consultSentence(consult, context.interaction) : null;
    return html`
      <section aria-label=${deskConsult.asking(name)}>
        <header>
          ${avatar(name)}
          <div class="who">
            <h3 dir="auto">${name}</h3>
            <p class="private muted">${icon(privatePath)}<span>${sentence(deskConsult.seesNothing(isolate(this.customerName)))}</span></p>
          </div>
          <button class="button quiet round" type="button" aria-label=${deskConsult.closeQuestion} title=${desk.close}
            @click=${() => this.onClose?.()}>${icon(closePath)}</button>
        </header>
        <div role="status">${words ? html`<p class="note">${sentence(words)}</p>` : nothing}</div>
        <eyeline-message-list .conversation=${consult.conversation}></eyeline-message-list>
        ${
          consult.ending === null
            ? html`<eyeline-consult-composer .conversation=${consult.conversation} .to=${name}></eyeline-consult-composer>`
            : nothing
        }
        <footer>${this.#answers(consult, colleague?.name)}</footer>
      </section>
    `;
  }

  #answers({ taskId, ending, conversation }: DeskConsult, colleague: string | undefined) {
    const end = () => conversation.send({ type: 'end' });
    if (ending !== null)
      return this.isServing
        ? html`<button class="button" type="button" @click=${() => this.onAsk?.()}>${deskConsult.askSomebodyElse}</button>`
        : nothing;
    if (!colleague) return html`<button class="button" type="button" @click=${end}>${deskConsult.takeBack}</button>`;
    return html`
      <button class="button" type="button" @click=${() => this.#complete(taskId)}><span>${sentence(deskConsult.handOverTo(isolate(colleague)))}</span></button>
      <button class="button" type="button" @click=${end}>${desk.end}</button>
    `;
  }

  #complete(taskId: DeskConsult['taskId']): void {
    if (!this.#desk.can({ type: 'complete-consult', taskId })) return;
    this.actor?.send({ type: 'dismiss-failure' });
    this.actor?.send({ type: 'complete-consult', taskId });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-consult-panel': ConsultPanelElement;
  }
}
