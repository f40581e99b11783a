import type { ConversationActor, ConversationContext, CustomerActor, Picture } from '@eyeline/machines';
import type { FallbackReason } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { KeepFocus } from '../controller/keep-focus.ts';
import { sameFields } from '../controller/same-fields.ts';
import { announce } from '../parts/announce.ts';
import { endQuestion, endQuestions } from '../parts/end-question.ts';
import { peerOf } from '../parts/peer.ts';
import { chat } from '../sentences/chat.ts';
import { sentenceOf } from '../sentences/language.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { absentNote, endedCard, failureNote } from './chat-notes.ts';
import { chatStyles } from './chat-styles.ts';
import { conversationOf } from './conversation-of.ts';
import { waitingCard, waitingSentence } from './waiting-card.ts';
import { widgetViewOf } from './widget-view.ts';

/**
 * The conversation of a visit: waiting for somebody, talking, and what is left when it has ended.
 *
 * @tagname eyeline-chat
 */
export class ChatElement extends LitElement {
  static override styles = [base, buttons, endQuestions, chatStyles];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    testPicture: { type: Boolean, attribute: 'test-picture' },
    picture: {},
    isEnding: { attribute: false },
    onEnding: { attribute: false },
    keptReason: { state: true },
  };

  /** The visit to follow. */
  declare actor: CustomerActor | null;
  declare testPicture: boolean;
  /** What this side shows: its camera, or a moving test picture instead. */
  declare picture: Picture;
  /** Whether the customer is asked if the chat is to end. */
  declare isEnding: boolean;
  declare onEnding: ((isEnding: boolean) => void) | null;
  /** Why nobody could serve, when the customer chose to wait all the same. */
  declare keptReason: FallbackReason | 'none' | null;

  readonly #visit = new ActorController(
    this,
    () => this.actor,
    snapshot => ({
      view: widgetViewOf(snapshot),
      failure: snapshot.context.failure,
      conversation: conversationOf(snapshot),
    }),
    sameFields,
  );
  readonly #conversation = new ActorController(
    this,
    () => this.#visit.value?.conversation,
    snapshot => snapshot.context,
  );

  /** Where the customer stands in the queue, as it was said last. */
  #place = '';

  constructor() {
    super();
    this.actor = null;
    this.testPicture = false;
    this.picture = 'camera';
    this.isEnding = false;
    this.onEnding = null;
    this.keptReason = null;
    new KeepFocus(this);
  }

  /** What a page may dress is seen from the depth in which it stands. */
  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.getRootNode();
    const around = root instanceof ShadowRoot ? [this, root.host] : [this];
    for (const one of around) one.setAttribute('exportparts', 'message,own-message,their-message,composer');
  }

  /** Puts the cursor where one writes; when that is over, whoever was writing presses nothing by the next Enter. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('eyeline-composer')?.focus(options);
  }

  protected override updated(changed: PropertyValues<this>): void {
    // What ends the chat is never what the next press of Enter hits.
    if (changed.has('isEnding') && this.isEnding) this.renderRoot.querySelector<HTMLElement>('.stay')?.focus();
    const context = this.#conversation.value;
    const isWaiting = this.#visit.value?.view === 'waiting' && context?.interaction.domain !== 'video';
    const place = context && isWaiting ? waitingSentence(context) : '';
    if (place !== this.#place) announce(this, place);
    this.#place = place;
  }

  override render(): TemplateResult | typeof nothing {
    const { view, conversation, failure } = this.#visit.value ?? {};
    const context = this.#conversation.value;
    if (!conversation || !context) return nothing;
    const isTalking = view === 'talking';
    const peer = isTalking ? peerOf(context) : undefined;
    const end = () => conversation.send({ type: 'end' });
    return html`
      ${view === 'waiting' ? this.#waiting(conversation, context) : nothing}
      ${this.isEnding && isTalking ? endQuestion({ onEnd: end, onStay: this.#stay }) : nothing}
      ${context.failure ? failureNote(sentenceOf(context.failure)) : nothing}
      <eyeline-message-list exportparts="message,own-message,their-message" .conversation=${conversation}></eyeline-message-list>
      ${peer?.presence === 'absent' ? absentNote(peer.name) : nothing}
      ${
        view === 'ended'
          ? html`<eyeline-after .conversation=${conversation}></eyeline-after>
            ${endedCard(failure ? sentenceOf(failure) : chat.thanks, () => this.actor?.send({ type: 'start-over' }))}`
          : html`
            <eyeline-call-card .conversation=${conversation} ?test-picture=${this.testPicture}
              .picture=${this.picture}></eyeline-call-card>
            <eyeline-composer part="composer" .conversation=${conversation}></eyeline-composer>`
      }
    `;
  }

  #waiting(conversation: ConversationActor, context: ConversationContext): TemplateResult {
    if (context.interaction.domain === 'video')
      return html`<eyeline-video-waiting .actor=${this.actor} .conversation=${conversation}
        .picture=${this.picture}></eyeline-video-waiting>`;
    const because = context.fallback?.because ?? null;
    const { step, availability } = this.actor?.getSnapshot().context ?? {};
    // Who chose to chat all the same has read it before.
    const kept = this.keptReason ?? (step === 'chat' ? availability?.fallback?.because : null);
    if (because && because !== kept) {
      return html`<eyeline-waiting-fallback .conversation=${conversation}
        .onStay=${() => this.#keep(because)}></eyeline-waiting-fallback>`;
    }
    const end = () => conversation.send({ type: 'end' });
    return waitingCard(context, end, because && (() => this.#keep('none')));
  }

  readonly #stay = (): void => {
    this.onEnding?.(false);
  };

  #keep(reason: FallbackReason | 'none'): void {
    this.keptReason = reason;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-chat': ChatElement;
  }
}
