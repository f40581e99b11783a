import {
  type CallActor,
  type CallControls,
  type ConversationActor,
  type ConversationContext,
  consentFor,
  isAwaited,
  type Picture,
  selectCallControls,
} from '@eyeline/machines';
import { type CallAnswer, type CallKind, kindAllows } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SnapshotFrom } from 'xstate';
import { ActorController } from '../controller/actor-controller.ts';
import { panelAround } from '../controller/keep-focus.ts';
import { voicePath } from '../icons/call-paths.ts';
import { icon } from '../icons/icon.ts';
import { videoPath, warningPath } from '../icons/paths.ts';
import { isolate, sentence } from '../parts/isolate.ts';
import { peerName } from '../parts/peer.ts';
import { call as sentences } from '../sentences/call.ts';
import { sentenceOf } from '../sentences/language.ts';
import { modes } from '../sentences/modes.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { callCardStyles } from './call-card-styles.ts';
import { callOf } from './call-of.ts';
import { endPreview, goOn, preview, previewedKind, startCall, wantsPreview } from './call-preview.ts';
import type { CallPreviewElement } from './call-preview-element.ts';
import { callSceneOf } from './call-scene.ts';
import { closeDialogsAround } from './close-dialogs.ts';
import { permissionHelp } from './permission-help.ts';

type Call = SnapshotFrom<CallActor>;

/**
 * What asks for a decision about a call: an invitation, the look in the mirror before it, the browser's own question, a camera
 * that is not there, a call that goes on in another page.
 *
 * @tagname eyeline-call-card
 */
export class CallCardElement extends LitElement {
  static override styles = [base, buttons, callCardStyles];
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    testPicture: { type: Boolean, attribute: 'test-picture' },
    picture: {},
    dismissed: { state: true },
  };

  /** The conversation whose call it is about. */
  declare conversation: ConversationActor | null;
  /** Offers a moving test picture where there is no camera. */
  declare testPicture: boolean;
  /** What this side shows: its camera, or a moving test picture instead. */
  declare picture: Picture;
  declare dismissed: object | null;

  readonly #conversation = new ActorController(
    this,
    () => this.conversation,
    snapshot => snapshot.context,
  );
  readonly #call = new ActorController(
    this,
    () => callOf(this.conversation),
    snapshot => snapshot,
  );
  /** What is tried before a call is told by the devices alone. */
  readonly #isTrying = new ActorController(
    this,
    () => callOf(this.conversation)?.getSnapshot().children.devices,
    () => previewedKind(callOf(this.conversation)) !== null,
  );
  #shown: string | null = null;
  #hadFocus = false;

  constructor() {
    super();
    this.conversation = null;
    this.testPicture = false;
    this.picture = 'camera';
    this.dismissed = null;
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement != null;
  }

  protected override updated(): void {
    this.#goOnByItself();
    const shown = this.#content;
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (shown === 'invited' || shown === 'awaited') closeDialogsAround(this);
    // Whoever pressed goes on in what came of it.
    if (shown === 'preview') void this.#focusPreview();
    else if (this.#hadFocus && !this.shadowRoot?.activeElement) void this.#goOn();
  }

  /** The call for which the customer came goes on from the look before it; at a desk it begins with what the desk shows. */
  #goOnByItself(): void {
    const call = callOf(this.conversation);
    if (!call) return;
    const { context } = call.getSnapshot();
    const { awaited } = context.escalation;
    if (context.role === 'agent' && awaited && context.ready?.picture !== this.picture)
      call.send({ type: 'get-ready', picture: this.picture });
    if (awaited && previewedKind(call) === awaited && isAwaited(context) && consentFor(context, awaited) === '')
      goOn(call, awaited, this.picture);
  }

  /** In what it says next; in the call, when there is one; else where one writes. */
  async #goOn(): Promise<void> {
    const next =
      this.renderRoot.querySelector<HTMLElement>('.button') ?? (await callViewAround(this)) ?? panelAround(this);
    next?.focus({ preventScroll: true });
  }

  async #focusPreview(): Promise<void> {
    const element = this.renderRoot.querySelector<CallPreviewElement>('eyeline-call-preview');
    await element?.updateComplete;
    element?.focus();
  }

  get #content() {
    if (!this.#call.value) return null;
    if (this.#isTrying.value && previewedKind(callOf(this.conversation))) return 'preview';
    const scene = callSceneOf(this.#call.value);
    // Somebody is there for the call for which they came: who has not looked yet, or not agreed, goes on by a press.
    return scene === 'none' && isAwaited(this.#call.value.context) ? 'awaited' : scene;
  }

  override render(): TemplateResult | typeof nothing {
    const context = this.#conversation.value;
    const call = this.#call.value;
    const actor = callOf(this.conversation);
    if (!context || !call || !actor) return nothing;
    switch (this.#content) {
      case 'preview':
        return html`<eyeline-call-preview .conversation=${this.conversation} .picture=${this.picture}
          ?test-picture=${this.testPicture}></eyeline-call-preview>`;
      case 'awaited':
        return this.#awaited(actor, context);
      case 'asking':
        return this.#asking(actor);
      case 'invited':
        return this.#invited(actor, call, context);
      case 'refused':
        return this.#refused(actor, call, context);
      case 'elsewhere':
        return this.#elsewhere(actor, call);
      default:
        return nothing;
    }
  }

  #awaited(call: CallActor, context: ConversationContext): TemplateResult {
    const { awaited } = context.escalation;
    return html`
      <section class="card invitation" aria-label=${sentences.call} role="alert">
        <h2>${icon(awaited === 'voice' ? voicePath : videoPath)} <span>${sentence(modes.isHere(isolate(peerName(context))))}</span></h2>
        <p>${modes.isHereMore}</p>
        <div class="actions">
          <button class="button primary" type="button" @click=${() => awaited && startCall(call, awaited, this.picture)}>${modes.begin}</button>
        </div>
      </section>
    `;
  }

  #asking(call: CallActor): TemplateResult {
    return html`
      <section class="card" aria-label=${sentences.call} role="status">
        <h2>${icon(videoPath)} ${sentences.asking}</h2>
        <p>${sentences.allow}</p>
        <div class="actions">
          <button class="button" type="button" @click=${() => call.send({ type: 'hang-up' })}>${sentences.cancel}</button>
        </div>
      </section>
    `;
  }

  #invited(actor: CallActor, call: Call, context: ConversationContext): TemplateResult {
    const { failure, kind } = call.context;
    const controls = selectCallControls(call, context);
    const name = isolate(peerName(context));
    const isHandedOver = call.context.call?.state === 'active';
    return html`
      <section class="card invitation" aria-label=${sentences.call} role="alert">
        <h2>${icon(kind === 'voice' ? voicePath : videoPath)}
          <span>${sentence(isHandedOver ? sentences.handsOver(name) : sentences.invites(name, kind))}</span></h2>
        ${
          failure
            ? html`<p class="failure">${icon(warningPath)}<span>${sentenceOf(failure)}</span></p>${permissionHelp([failure.code])}`
            : html`<p>${this.#before(call)}</p>`
        }
        ${this.#answers(actor, call, controls, isHandedOver)}
      </section>
    `;
  }

  /** What comes when it is accepted. */
  #before({ context: { kind, role } }: Call): string {
    if (this.picture === 'test' && kindAllows(kind, role).includes('camera')) return sentences.testPicture;
    return kind === 'one-way' && role === 'customer' ? sentences.onlyYouShow : sentences.willAsk[kind];
  }

  #answers(actor: CallActor, call: Call, { answers, canDecline }: CallControls, isHandedOver: boolean): TemplateResult {
    const { kind, role, failure } = call.context;
    const may = (answer: CallAnswer) => answers.includes(answer);
    // The customer is the one who shows something: they only leave the camera off at the start.
    const hidesOwn = role === 'customer' && kind === 'two-way' && !isHandedOver;
    return html`
      <div class="actions">
        <button class="button primary" type="button" ?disabled=${!may('accept')} @click=${() => this.#accept(actor, kind)}>
          ${isHandedOver ? sentences.join : sentences.accept}
        </button>
        ${
          may('one-way') || (hidesOwn && may('accept'))
            ? html`<button class="button" type="button" @click=${() => this.#acceptUnseen(actor, role === 'agent' ? 'one-way' : kind)}>
                ${sentences.acceptWithoutCamera}
              </button>`
            : nothing
        }
        ${may('later') ? html`<button class="button" type="button" @click=${() => actor.send({ type: 'decline', later: true })}>${sentences.later}</button>` : nothing}
        ${canDecline ? html`<button class="button" type="button" @click=${() => actor.send({ type: 'decline' })}>${sentences.decline}</button>` : nothing}
        ${failure ? this.#testPicture(() => actor.send({ type: 'accept', picture: 'test' })) : nothing}
      </div>
    `;
  }

  /** After a refusal the browser is asked again at once: they have looked, and pressed. */
  #accept(call: CallActor, kind: CallKind): void {
    if (wantsPreview(call, kind) && preview(call, kind, this.picture)) return;
    call.send({ type: 'accept', picture: this.picture });
  }

  #acceptUnseen(call: CallActor, kind: CallKind): void {
    const isAsked = consentFor(call.getSnapshot().context, kind) !== '';
    if (isAsked && preview(call, kind, this.picture, { camera: false })) return;
    call.send({ type: 'accept', kind, picture: this.picture, wishes: { camera: false } });
  }

  #refused(actor: CallActor, call: Call, context: ConversationContext): TemplateResult | typeof nothing {
    const { failure, kind } = call.context;
    if (!failure || failure === this.dismissed || context.interaction.closed) return nothing;
    const { kinds } = selectCallControls(call, context);
    const start = (picture: Picture) => actor.send({ type: 'start', kind, picture });
    return html`
      <section class="card refusal" aria-label=${sentences.call} role="alert">
        <h2>${icon(warningPath)} ${titleOf(failure.code, kind)}</h2>
        <p>${sentenceOf(failure)}</p>
        ${permissionHelp([failure.code])}
        <div class="actions">
          <button class="button primary" type="button" ?disabled=${!kinds.includes(kind)}
            @click=${() => start(this.picture)}>${sentences.tryAgain}</button>
          ${this.#testPicture(() => start('test'))}
          <button class="button quiet" type="button" @click=${() => this.#dismiss(failure)}>${sentences.notNow}</button>
        </div>
      </section>
    `;
  }

  #elsewhere(actor: CallActor, call: Call): TemplateResult {
    const isComing = call.matches({ elsewhere: 'taking-over' });
    return html`
      <section class="card" aria-label=${sentences.call} role="status">
        <h2>${icon(videoPath)} ${isComing ? sentences.comingHere : sentences.elsewhere}</h2>
        <p>${sentences.elsewhereMore}</p>
        <div class="actions">
          <button class="button primary" type="button" ?disabled=${isComing}
            @click=${() => actor.send({ type: 'continue-here' })}>${sentences.continueHere}</button>
        </div>
      </section>
    `;
  }

  #testPicture(onPress: () => void): TemplateResult | typeof nothing {
    if (!this.testPicture) return nothing;
    return html`<button class="button" type="button" @click=${onPress}>${sentences.useTestPicture}</button>`;
  }

  #dismiss(failure: object | null): void {
    this.dismissed = failure;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const call = callOf(this.conversation);
    if (call && previewedKind(call)) endPreview(call);
  }
}

/** `code`: why there is no call. */
function titleOf(code: string, kind: CallKind): string {
  if (code === 'connection-lost' || code === 'too-weak') return sentences.callIsOver;
  return kind === 'voice' ? sentences.noVoice : sentences.noVideo;
}

/** The pictures of the call, beside the card or around what it stands in, once they are there. */
async function callViewAround(element: Element): Promise<HTMLElement | null> {
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
    const view = root.querySelector<LitElement>('eyeline-call-view');
    await view?.updateComplete;
    if (view?.renderRoot?.querySelector('section')) return view;
  }
  return null;
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-call-card': CallCardElement;
  }
}
