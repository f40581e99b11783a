import {
  type AgentActor,
  type DeskConsult,
  type DeskTask,
  type DoctorFindings,
  type Picture,
  selectCallControls,
} from '@eyeline/machines';
import type { CallId, InteractionId } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { callOf } from '../call/call-of.ts';
import { type CallScene, callSceneOf, isOnStage } from '../call/call-scene.ts';
import type { CallLayout } from '../call/call-view-element.ts';
import { ActorController } from '../controller/actor-controller.ts';
import { personPath } from '../icons/call-paths.ts';
import { icon } from '../icons/icon.ts';
import { offlinePath, warningPath } from '../icons/paths.ts';
import { avatars } from '../parts/avatar.ts';
import { endQuestion, endQuestions } from '../parts/end-question.ts';
import { isDeferred } from '../parts/is-deferred.ts';
import { sentence } from '../parts/isolate.ts';
import { isThere, peerName, peerOf } from '../parts/peer.ts';
import { desk } from '../sentences/desk.ts';
import { deskConversation } from '../sentences/desk-conversation.ts';
import { deskTargets } from '../sentences/desk-targets.ts';
import { sentenceOf } from '../sentences/language.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { menuStyles } from '../theme/menu-styles.ts';
import { absenceWords } from './absence-words.ts';
import type { AskColleagueElement } from './ask-colleague-element.ts';
import { customerCheckWords } from './check-words.ts';
import { conversationFrameStyles } from './conversation-frame-styles.ts';
import { conversationHeader } from './conversation-header.ts';
import { noteWords } from './conversation-words.ts';
import { customerForm } from './customer-form.ts';
import { deskConversationStyles } from './desk-conversation-styles.ts';
import type { DeskSounds } from './desk-sounds.ts';
import { formValues, formValuesStyles } from './form-values.ts';
import { KeptFindings } from './kept-findings.ts';
import { theirMessages } from './their-messages.ts';
import type { TransferElement } from './transfer-element.ts';

/** Below this width the call lies over the chat; the same figure stands in the styles. */
const narrowPx = 640;

/**
 * A task's conversation: chat, call, wrap-up. Wide, the call takes the conversation's place with the chat beside it;
 * narrow, the call lies over the chat until it is made small. What a colleague is asked stands beside the chat, or narrow in
 * its place. Behind another conversation, only the call is left of it, in the place that the desk gives it: its pictures are
 * the same elements everywhere, so they never stop.
 *
 * @tagname eyeline-desk-conversation
 */
export class DeskConversationElement extends LitElement {
  static override styles = [
    base,
    buttons,
    avatars,
    formValuesStyles,
    menuStyles,
    endQuestions,
    conversationFrameStyles,
    deskConversationStyles,
  ];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    task: { attribute: false },
    consult: { attribute: false },
    sounds: { attribute: false },
    isInFront: { attribute: false },
    isAsking: { state: true },
    isEnding: { state: true },
    layout: { state: true },
    testPicture: { attribute: false },
    picture: { attribute: false },
    findings: { attribute: false },
    newsBeside: { attribute: false },
    onBack: { attribute: false },
    onReturn: { attribute: false },
    onInvite: { attribute: false },
    isInvited: { attribute: false },
    aside: { type: Boolean, reflect: true },
    calling: { type: Boolean, reflect: true },
  };

  declare actor: AgentActor | null;
  declare task: DeskTask | null;
  /** What the agent asked a colleague about it last. */
  declare consult: DeskConsult | null;
  declare sounds: DeskSounds | null;
  /** Is it what the agent looks at? */
  declare isInFront: boolean;
  /** Is what a colleague was asked in sight? */
  declare isAsking: boolean;
  /** Is the agent asked whether the chat is to end? */
  declare isEnding: boolean;
  declare layout: CallLayout;
  /** Offers a moving test picture where there is no camera. */
  declare testPicture: boolean;
  /** What this side shows: its camera, or a moving test picture instead. */
  declare picture: Picture;
  /** What the agent found when they looked whether a call would work from here. */
  declare findings: DoctorFindings | null;
  /** How many messages stand unread in the other conversations. */
  declare newsBeside: number;
  /** The agent wants to see the list. */
  declare onBack: (() => void) | null;
  /** The agent wants to see the call that is aside. */
  declare onReturn: (() => void) | null;
  /** The agent wants to send a link into it; null where that is not offered. */
  declare onInvite: ((into: InteractionId) => void) | null;
  /** Did the customer come by a link of the agent's? Then their call is taken by itself. */
  declare isInvited: boolean;
  /** Is only the call left of it? The attribute tells the surroundings. */
  declare aside: boolean;
  /** Are there large pictures? The attribute tells the surroundings. */
  declare calling: boolean;

  readonly #conversation = new ActorController(
    this,
    () => this.task?.conversation,
    snapshot => snapshot.context,
  );
  readonly #call = new ActorController(
    this,
    () => callOf(this.task?.conversation),
    snapshot => snapshot,
  );
  readonly #asked = new ActorController(
    this,
    () => this.consult?.conversation,
    snapshot => snapshot.context,
  );
  #seenSeq = 0;
  /** In what a colleague was asked. */
  #readSeq = 0;
  #focused: Element | null = null;
  #wasInCall = false;
  #takenCallId: CallId | null = null;
  readonly #kept = new KeptFindings();

  constructor() {
    super();
    this.actor = null;
    this.task = null;
    this.consult = null;
    this.sounds = null;
    this.isInFront = true;
    this.isAsking = false;
    this.isEnding = false;
    this.layout = 'stage';
    this.testPicture = false;
    this.picture = 'camera';
    this.findings = null;
    this.newsBeside = 0;
    this.onBack = null;
    this.onReturn = null;
    this.onInvite = null;
    this.isInvited = false;
    this.aside = false;
    this.calling = false;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    this.#wasInCall = this.shadowRoot?.activeElement?.localName === 'eyeline-call-view';
    if (changed.has('consult')) this.#followConsult(changed.get('consult') as DeskConsult | null | undefined);
    this.hidden = !this.isInFront && !this.#hasPictures;
    this.aside = !this.isInFront && this.#hasPictures;
    if (this.#isEnded || !this.isInFront) this.isEnding = false;
    if (this.isAsking && this.isInFront) this.#readSeq = this.#asked.value?.interaction.lastSeq ?? 0;
    // A new call begins large.
    if (!this.#hasPictures) this.layout = 'stage';
    this.calling = this.isInFront && this.#hasPictures && this.layout === 'stage';
    if (!this.#isChatCovered) this.#seenSeq = this.#conversation.value?.interaction.lastSeq ?? 0;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    // What ends the chat is never what the next press of Enter hits.
    if (changed.has('isEnding') && this.isEnding)
      this.renderRoot.querySelector<HTMLElement>('.question .stay')?.focus();
    this.#keepFocus();
    // Whoever has hung up goes on in the chat.
    if (this.#wasInCall && !this.#hasPictures) this.renderRoot.querySelector<HTMLElement>('eyeline-composer')?.focus();
    this.#takeInvitedCall();
    this.#kept.follow(this.task?.conversation, this.findings);
  }

  /**
   * Who came by the agent's own link was asked to: nobody has to answer as well, after a reload of theirs neither. Once somebody
   * has hung up or declined, a call is asked for as any other.
   */
  #takeInvitedCall(): void {
    const context = this.#conversation.value;
    const call = this.#call.value;
    const proposed = context?.interaction.call;
    if (!this.isInvited || !context || !call || !proposed || proposed.callId === this.#takenCallId) return;
    const isOver = context.interaction.milestones.some(one => one.kind === 'call-declined' || one.reason === 'hung-up');
    if (isOver || !selectCallControls(call, context).answers.includes('accept')) return;
    this.#takenCallId = proposed.callId;
    context.call?.send({ type: 'accept', picture: this.picture });
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
    if (!this.isInFront || matchMedia('(hover: none)').matches) return;
    void place.updateComplete.then(() => {
      if (document.activeElement === document.body || document.activeElement === null) place.focus();
    });
  }

  get #scene(): CallScene {
    return this.#call.value ? callSceneOf(this.#call.value) : 'none';
  }

  get #hasPictures(): boolean {
    return isOnStage(this.#scene);
  }

  get #isChatCovered(): boolean {
    const isNarrow = this.offsetWidth < narrowPx;
    return !this.isInFront || (this.calling ? isNarrow || this.isAsking : isNarrow && this.isAsking);
  }

  override render(): TemplateResult | typeof nothing {
    const { task } = this;
    const context = this.#conversation.value;
    if (!task || !context) return nothing;
    const isWork = isDeferred(task.domain);
    return html`
      <article aria-label=${deskConversation.conversationWith(peerName(context))} class="${this.calling ? 'calling' : ''} ${this.isAsking ? 'asking' : ''} ${this.isEnding ? 'ending' : ''}">
        ${this.#header()}
        ${this.isEnding ? this.#endQuestion() : nothing}
        <div class="body">
          <eyeline-call-view ?hidden=${!this.#hasPictures} .conversation=${task.conversation}
            .layout=${this.aside ? 'corner' : this.layout} .onLayout=${this.#takeLayout}></eyeline-call-view>
          <div class="chat">
            ${
              isWork
                ? html`<eyeline-deferred-task .actor=${this.actor} .task=${task}></eyeline-deferred-task>`
                : html`<details class="form">
                    <summary>${icon(personPath)}${deskConversation.fromForm}</summary>
                    ${formValues(customerForm(context), peerOf(context)?.name ?? '')}
                  </details>`
            }
            ${this.#notice()}
            <eyeline-call-card .conversation=${task.conversation} .testPicture=${this.testPicture} .picture=${this.picture}></eyeline-call-card>
            <eyeline-message-list .conversation=${task.conversation}></eyeline-message-list>
            ${
              this.#isEnded
                ? html`<eyeline-wrap-up .actor=${this.actor} .task=${task}></eyeline-wrap-up>`
                : isWork
                  ? nothing
                  : html`<eyeline-composer .conversation=${task.conversation}></eyeline-composer>`
            }
          </div>
          <eyeline-consult-panel ?hidden=${!this.isAsking} .actor=${this.actor} .consult=${this.consult} .sounds=${this.sounds}
            .customerName=${peerOf(context)?.name ?? ''} .isServing=${!this.#isEnded}
            .onAsk=${() => this.#askColleague()} .onClose=${() => this.#showConsult(false)}></eyeline-consult-panel>
        </div>
        <eyeline-ask-colleague .actor=${this.actor} .task=${task} .customerName=${peerOf(context)?.name ?? ''}></eyeline-ask-colleague>
        <eyeline-transfer .actor=${this.actor} .task=${task}></eyeline-transfer>
      </article>
    `;
  }

  /** Handed over, a task is wrapped up while its conversation goes on elsewhere. */
  get #isEnded(): boolean {
    return this.task?.state === 'wrapping-up' || this.#conversation.value?.interaction.closed != null;
  }

  #header() {
    const context = this.#conversation.value;
    if (!this.task || !context) return nothing;
    const isWork = isDeferred(this.task.domain);
    const canBeCalled = !this.#isEnded && !isWork && isThere(context);
    return conversationHeader({
      name: peerOf(context)?.name || desk.customer,
      note: noteWords(this.task, context.interaction.closed !== null, context.entryPoint?.title ?? ''),
      onBack: () => this.onBack?.(),
      newsBeside: this.newsBeside,
      hiddenNews: theirMessages(context).filter(({ seq }) => seq > this.#seenSeq).length,
      onShowChat: this.#isEnded ? null : () => this.#showChat(),
      conversation: canBeCalled ? this.task.conversation : null,
      picture: this.picture,
      colleague: this.#colleague,
      onColleague: () => this.#showConsult(!this.isAsking),
      onAsk: this.#isEnded || this.#colleague ? null : () => this.#askColleague(),
      onInvite: this.#isEnded || isWork || !this.onInvite ? null : () => this.#invite(),
      onTransfer: this.#isEnded ? null : () => this.#showTargets(),
      onEnd: this.#isEnded || isWork ? null : () => this.#askEnd(true),
    });
  }

  #endQuestion() {
    const { conversation } = this.task ?? {};
    const consequence = this.#scene === 'proposing' ? deskConversation.videoWithdrawn : deskConversation.videoEndsToo;
    return endQuestion({
      consequence: this.#hasPictures ? consequence : '',
      onEnd: () => conversation?.send({ type: 'end' }),
      onStay: () => this.#askEnd(false),
    });
  }

  #askEnd(isEnding: boolean): void {
    this.isEnding = isEnding;
    if (!isEnding) this.renderRoot.querySelector<HTMLElement>('eyeline-composer')?.focus();
  }

  /** What stands in the way of being read, or of what was asked for. */
  #notice() {
    const context = this.#conversation.value;
    const peer = context && peerOf(context);
    const isAbsent = peer?.presence === 'absent' && !this.#isEnded && !isDeferred(this.task?.domain ?? 'chat');
    const found = context && !this.#hasPictures && !this.#isEnded ? customerCheckWords(context.interaction) : null;
    return html`
      <div role="status">
        ${
          isAbsent
            ? html`<p class="notice">${icon(offlinePath)}<span>${sentence(absenceWords(peer.name, peer.presenceSince))}</span></p>`
            : nothing
        }
        ${found ? html`<p class="notice">${icon(warningPath)}<span>${sentence(found)}</span></p>` : nothing}
      </div>
      <div role="alert">
        ${context?.failure ? html`<p class="notice failed">${icon(warningPath)}<span>${sentenceOf(context.failure)}</span></p>` : nothing}
      </div>
    `;
  }

  get #colleague() {
    const asked = this.#asked.value;
    if (!this.consult || !asked) return null;
    const news = theirMessages(asked).filter(({ seq }) => seq > this.#readSeq).length;
    return { name: peerOf(asked)?.name ?? (this.consult.to || deskTargets.anybody), news, isShown: this.isAsking };
  }

  #askColleague(): void {
    this.#leaveMenu();
    this.renderRoot.querySelector<AskColleagueElement>('eyeline-ask-colleague')?.show();
  }

  #showConsult(isShown: boolean): void {
    this.isAsking = isShown;
    if (isShown) this.#uncover();
    else this.renderRoot.querySelector<HTMLElement>('.asked')?.focus();
  }

  #invite(): void {
    this.#leaveMenu();
    if (this.task) this.onInvite?.(this.task.interactionId);
  }

  #showTargets(): void {
    this.#leaveMenu();
    this.renderRoot.querySelector<TransferElement>('eyeline-transfer')?.show();
  }

  /** A dialog gives the focus back to where it was, and an item of a menu that has closed cannot take it. */
  #leaveMenu(): void {
    if (this.renderRoot.querySelector('#more:popover-open'))
      this.renderRoot.querySelector<HTMLElement>('.more')?.focus();
  }

  #showChat(): void {
    if (this.isAsking) this.#showConsult(false);
    this.#uncover();
  }

  /** Narrow, a call lies over everything else. */
  #uncover(): void {
    if (this.offsetWidth < narrowPx) this.layout = 'corner';
  }

  readonly #takeLayout = (layout: CallLayout): void => {
    this.layout = layout;
    if (this.aside) this.onReturn?.();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-desk-conversation': DeskConversationElement;
  }
}
