import {
  type AgentActor,
  type ConversationContext,
  type DeskConsult,
  type DeskTask,
  type Picture,
  selectCallControls,
} from '@eyeline/machines';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { ActorController } from '../controller/actor-controller.ts';
import { icon } from '../icons/icon.ts';
import { chatPath, closePath, offlinePath, videoPath, warningPath } from '../icons/paths.ts';
import { avatar, avatars } from '../parts/avatar.ts';
import { callSceneOf, isOnStage } from '../parts/call-scene.ts';
import type { CallViewElement } from '../parts/call-view-element.ts';
import { peerName, peerOf } from '../parts/peer.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { absenceWords } from './absence-words.ts';
import type { AskColleagueElement } from './ask-colleague-element.ts';
import { conversationFrameStyles } from './conversation-frame-styles.ts';
import { customerForm } from './customer-form.ts';
import { deskConversationStyles } from './desk-conversation-styles.ts';
import { askPath, backPath, handOverPath, peoplePath } from './desk-paths.ts';
import type { DeskSounds } from './desk-sounds.ts';
import { formValues, formValuesStyles } from './form-values.ts';
import type { HandoverElement } from './handover-element.ts';
import { theirMessages } from './their-messages.ts';

/** Below this width the call lies over the chat; the same figure stands in the styles. */
const narrowPx = 640;

/**
 * A task's conversation: chat, call, wrap-up. Wide, the call takes the conversation's place with the chat beside it;
 * narrow, the call lies over the chat until it is made small. What a colleague is asked stands beside the chat, or narrow in
 * its place.
 */
export class DeskConversationElement extends LitElement {
  static override styles = [base, buttons, avatars, formValuesStyles, conversationFrameStyles, deskConversationStyles];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    task: { attribute: false },
    consult: { attribute: false },
    sounds: { attribute: false },
    isAsking: { state: true },
    testPicture: { attribute: false },
    picture: { attribute: false },
    onBack: { attribute: false },
    calling: { type: Boolean, reflect: true },
  };

  declare actor: AgentActor | null;
  declare task: DeskTask | null;
  /** What the agent asked a colleague about it last. */
  declare consult: DeskConsult | null;
  declare sounds: DeskSounds | null;
  /** Is that in sight? */
  declare isAsking: boolean;
  /** Offers a moving test picture where there is no camera. */
  declare testPicture: boolean;
  /** What this side shows: its camera, or a moving test picture instead. */
  declare picture: Picture;
  /** The agent wants to see the list. */
  declare onBack: (() => void) | null;
  /** Are there large pictures? The attribute tells the surroundings. */
  declare calling: boolean;

  readonly #conversation = new ActorController(
    this,
    () => this.task?.conversation,
    snapshot => snapshot.context,
  );
  readonly #call = new ActorController(
    this,
    () => this.task?.conversation.getSnapshot().children.call,
    snapshot => snapshot,
  );
  readonly #asked = new ActorController(
    this,
    () => this.consult?.conversation,
    snapshot => snapshot.context,
  );
  readonly #view = createRef<CallViewElement>();
  /** The call view is made large and small with a button of its own. */
  readonly #layouts = new MutationObserver(() => this.requestUpdate());
  #seenSeq = 0;
  /** In what a colleague was asked. */
  #readSeq = 0;
  #focused: Element | null = null;

  constructor() {
    super();
    this.actor = null;
    this.task = null;
    this.consult = null;
    this.sounds = null;
    this.isAsking = false;
    this.testPicture = false;
    this.picture = 'camera';
    this.onBack = null;
    this.calling = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#layouts.disconnect();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('consult')) this.#followConsult(changed.get('consult') as DeskConsult | null | undefined);
    if (this.isAsking && !this.hidden) this.#readSeq = this.#asked.value?.interaction.lastSeq ?? 0;
    // A new call begins large.
    if (!this.#hasPictures && this.#view.value) this.#view.value.layout = 'stage';
    this.calling = this.#hasPictures && this.#view.value?.layout !== 'corner';
    if (!this.#isChatCovered) this.#seenSeq = this.#conversation.value?.interaction.lastSeq ?? 0;
  }

  override updated(): void {
    this.#keepFocus();
    if (this.#view.value) this.#layouts.observe(this.#view.value, { attributeFilter: ['layout'] });
  }

  /** A new question comes into sight; one that was over before this page was opened, or that was handed over, does not. */
  #followConsult(before: DeskConsult | null | undefined): void {
    const { consult } = this;
    if (consult && before?.interactionId !== consult.interactionId) {
      this.#readSeq = 0;
      this.isAsking = consult.ending === null || before !== undefined;
    }
    if (!consult || consult.ending === 'handed-over') this.isAsking = false;
  }

  /** What was focused may be gone: the offer that was accepted, the field of a conversation that has ended. */
  #keepFocus(): void {
    const place = this.renderRoot.querySelector('eyeline-composer, eyeline-wrap-up');
    if (place === this.#focused || !(place instanceof LitElement)) return;
    this.#focused = place;
    if (this.hidden || matchMedia('(hover: none)').matches) return;
    void place.updateComplete.then(() => {
      if (document.activeElement === document.body || document.activeElement === null) place.focus();
    });
  }

  get #hasPictures(): boolean {
    return this.#call.value !== undefined && isOnStage(callSceneOf(this.#call.value));
  }

  get #isChatCovered(): boolean {
    const isNarrow = this.offsetWidth < narrowPx;
    return Boolean(this.hidden) || (this.calling ? isNarrow || this.isAsking : isNarrow && this.isAsking);
  }

  override render(): TemplateResult | typeof nothing {
    const { task } = this;
    const context = this.#conversation.value;
    const call = this.#call.value;
    if (!task || !context || !call) return nothing;
    const isLater = task.domain === 'callback' || task.domain === 'email';
    return html`
      <article aria-label="Conversation with ${peerName(context)}" class="${this.calling ? 'calling' : ''} ${this.isAsking ? 'asking' : ''}">
        ${this.#header()}
        <div class="body">
          <eyeline-call-view ${ref(this.#view)} ?hidden=${!this.#hasPictures} .conversation=${task.conversation}></eyeline-call-view>
          <div class="chat">
            ${
              isLater
                ? html`<eyeline-later-task .actor=${this.actor} .task=${task}></eyeline-later-task>`
                : html`<details class="form">
                    <summary>${icon(peoplePath)}From the form</summary>
                    ${formValues(customerForm(context), peerOf(context)?.name ?? '')}
                  </details>`
            }
            ${this.#notice()}
            <eyeline-call-card .conversation=${task.conversation} .testPicture=${this.testPicture} .picture=${this.picture}></eyeline-call-card>
            <eyeline-message-list .conversation=${task.conversation}></eyeline-message-list>
            ${
              this.#isEnded
                ? html`<eyeline-wrap-up .actor=${this.actor} .task=${task}></eyeline-wrap-up>`
                : isLater
                  ? nothing
                  : html`<eyeline-composer .conversation=${task.conversation}></eyeline-composer>`
            }
          </div>
          <eyeline-consult-panel ?hidden=${!this.isAsking} .actor=${this.actor} .consult=${this.consult} .sounds=${this.sounds}
            .customerName=${peerOf(context)?.name || 'The customer'} .isServing=${!this.#isEnded}
            .onAsk=${() => this.#askColleague()} .onClose=${() => this.#showConsult(false)}></eyeline-consult-panel>
        </div>
        <eyeline-ask-colleague .actor=${this.actor} .task=${task} .customerName=${peerOf(context)?.name || 'The customer'}></eyeline-ask-colleague>
        <eyeline-handover .actor=${this.actor} .task=${task}></eyeline-handover>
      </article>
    `;
  }

  /** Handed over, a task is wrapped up while its conversation goes on elsewhere. */
  get #isEnded(): boolean {
    return this.task?.state === 'wrapping-up' || this.#conversation.value?.interaction.closed != null;
  }

  #note({ interaction, entryPoint }: ConversationContext): string {
    if (interaction.closed) return 'The conversation has ended';
    if (!this.#isEnded) return entryPoint?.title ?? '';
    return this.task?.domain === 'callback' ? 'Not reached' : 'Handed over';
  }

  #header() {
    const context = this.#conversation.value;
    const call = this.#call.value;
    if (!context || !call) return nothing;
    const name = peerOf(context)?.name ?? 'Customer';
    const { canStart } = selectCallControls(call, context);
    const news = theirMessages(context).filter(({ seq }) => seq > this.#seenSeq).length;
    const isIdle = call.matches('idle');
    const isLater = this.task?.domain === 'callback' || this.task?.domain === 'email';
    return html`
      <header>
        <button class="button quiet round back" type="button" aria-label="All conversations" title="All conversations"
          @click=${() => this.onBack?.()}>${icon(backPath)}</button>
        ${avatar(name)}
        <div class="who">
          <h2 dir="auto">${name}</h2>
          <p class="muted">${this.#note(context)}</p>
        </div>
        ${
          this.#isEnded
            ? this.#consultButton()
            : html`
              <button class="button to-chat" type="button" title="Show the chat" @click=${this.#showChat}
                aria-label=${news > 0 ? `Show the chat, ${news} new` : 'Show the chat'}>
                ${icon(chatPath)}${news > 0 ? html`<span class="news">${news}</span>` : nothing}
              </button>
              ${
                isIdle && !isLater && context.entryPoint?.video !== false
                  ? html`<button class="button start-video" type="button" aria-label="Start video" title="Start video" ?disabled=${!canStart}
                      @click=${this.#startVideo}>${icon(videoPath)}<span class="words">Start video</span></button>`
                  : nothing
              }
              ${this.#consultButton()}
              <button class="button" type="button" aria-label="Hand over" title="Hand over" aria-haspopup="dialog"
                @click=${this.#showTargets}>${icon(handOverPath)}<span class="words">Hand over</span></button>
              ${
                isLater
                  ? nothing
                  : html`<button class="button" type="button" aria-label="End chat" title="End chat"
                      @click=${() => this.task?.conversation.send({ type: 'end' })}>
                      ${icon(closePath)}<span class="words">End chat</span>
                    </button>`
              }`
        }
      </header>
    `;
  }

  /** What stands in the way of being read, or of what was asked for. */
  #notice() {
    const context = this.#conversation.value;
    const peer = context && peerOf(context);
    const isLater = this.task?.domain === 'callback' || this.task?.domain === 'email';
    const isAbsent = peer?.presence === 'absent' && !this.#isEnded && !isLater;
    return html`
      <div role="status">
        ${
          isAbsent
            ? html`<p class="notice">${icon(offlinePath)}<span>${absenceWords(peer.name, peer.presenceSince)}</span></p>`
            : nothing
        }
      </div>
      <div role="alert">
        ${context?.failure ? html`<p class="notice failed">${icon(warningPath)}<span>${context.failure.message}</span></p>` : nothing}
      </div>
    `;
  }

  /** Asks, or shows what was asked. */
  #consultButton() {
    const asked = this.#asked.value;
    if (!this.consult || !asked) {
      if (this.#isEnded) return nothing;
      return html`<button class="button" type="button" aria-label="Ask a colleague" title="Ask a colleague"
        aria-haspopup="dialog" @click=${this.#askColleague}>${icon(askPath)}<span class="words">Ask a colleague</span></button>`;
    }
    const news = theirMessages(asked).filter(({ seq }) => seq > this.#readSeq).length;
    const name = peerOf(asked)?.name ?? this.consult.to;
    return html`<button class="button asked" type="button" title="Colleague: ${name}"
      aria-label="Colleague: ${name}${news > 0 ? `, ${news} new` : ''}" aria-expanded=${this.isAsking}
      @click=${() => this.#showConsult(!this.isAsking)}>
      ${icon(askPath)}<span class="words">Colleague</span>${news > 0 ? html`<span class="news">${news}</span>` : nothing}
    </button>`;
  }

  #askColleague(): void {
    this.renderRoot.querySelector<AskColleagueElement>('eyeline-ask-colleague')?.show();
  }

  #showConsult(isShown: boolean): void {
    this.isAsking = isShown;
    if (isShown) this.#uncover();
    else this.renderRoot.querySelector<HTMLElement>('.asked')?.focus();
  }

  #showTargets(): void {
    this.renderRoot.querySelector<HandoverElement>('eyeline-handover')?.show();
  }

  #startVideo(): void {
    this.task?.conversation.getSnapshot().children.call?.send({ type: 'start-video', picture: this.picture });
  }

  #showChat(): void {
    if (this.isAsking) this.#showConsult(false);
    this.#uncover();
  }

  /** Narrow, a call lies over everything else. */
  #uncover(): void {
    if (this.offsetWidth < narrowPx && this.#view.value) this.#view.value.layout = 'corner';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-desk-conversation': DeskConversationElement;
  }
}
