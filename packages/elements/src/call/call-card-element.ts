import { type CallActor, type ConversationActor, type Picture, selectCallControls } from '@eyeline/machines';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { icon } from '../icons/icon.ts';
import { videoPath, warningPath } from '../icons/paths.ts';
import { call as sentences } from '../sentences/call.ts';
import { sentenceOf } from '../sentences/language.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { callCardStyles } from './call-card-styles.ts';
import { callOf } from './call-of.ts';
import { callSceneOf } from './call-scene.ts';
import { isolate, sentence } from '../parts/isolate.ts';
import { peerName } from '../parts/peer.ts';

/**
 * What asks for a decision about video: an invitation, the browser's own question, a camera that is not there.
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

  constructor() {
    super();
    this.conversation = null;
    this.testPicture = false;
    this.picture = 'camera';
    this.dismissed = null;
  }

  override render(): TemplateResult | typeof nothing {
    switch (this.#call.value && callSceneOf(this.#call.value)) {
      case 'asking':
        return this.#asking();
      case 'invited':
        return this.#invited();
      case 'refused':
        return this.#refused();
      default:
        return nothing;
    }
  }

  get #actor(): CallActor | null {
    return callOf(this.conversation);
  }

  #asking(): TemplateResult {
    return html`
      <section class="card" aria-label=${sentences.call} role="status">
        <h2>${icon(videoPath)} ${sentences.asking}</h2>
        <p>${sentences.allow}</p>
        <div class="actions">
          <button class="button" type="button" @click=${() => this.#actor?.send({ type: 'hang-up' })}>${sentences.cancel}</button>
        </div>
      </section>
    `;
  }

  #invited(): TemplateResult | typeof nothing {
    const context = this.#conversation.value;
    const call = this.#call.value;
    if (!context || !call) return nothing;
    const { failure } = call.context;
    const { answers, canDecline } = selectCallControls(call, context);
    return html`
      <section class="card invitation" aria-label=${sentences.call} role="alert">
        <h2>${icon(videoPath)} <span>${sentence(sentences.invites(isolate(peerName(context))))}</span></h2>
        ${
          failure
            ? html`<p class="failure">${icon(warningPath)}<span>${sentenceOf(failure)}</span></p>`
            : html`<p>${this.picture === 'test' ? sentences.testPicture : sentences.willAsk}</p>`
        }
        <div class="actions">
          <button class="button primary" type="button" ?disabled=${!answers.includes('accept')}
            @click=${() => this.#actor?.send({ type: 'accept', picture: this.picture })}>${sentences.accept}</button>
          ${
            canDecline
              ? html`<button class="button" type="button" @click=${() => this.#actor?.send({ type: 'decline' })}>${sentences.decline}</button>`
              : nothing
          }
          ${failure ? this.#testPicture(() => this.#actor?.send({ type: 'accept', picture: 'test' })) : nothing}
        </div>
      </section>
    `;
  }

  #refused(): TemplateResult | typeof nothing {
    const context = this.#conversation.value;
    const call = this.#call.value;
    const failure = call?.context.failure;
    if (!context || !call || !failure || failure === this.dismissed || context.interaction.closed) return nothing;
    const { kinds } = selectCallControls(call, context);
    return html`
      <section class="card refusal" aria-label=${sentences.call} role="alert">
        <h2>${icon(warningPath)} ${sentences.noVideo}</h2>
        <p>${sentenceOf(failure)}</p>
        <div class="actions">
          <button class="button primary" type="button" ?disabled=${kinds.length === 0}
            @click=${() => this.#actor?.send({ type: 'start', picture: this.picture })}>${sentences.tryAgain}</button>
          ${this.#testPicture(() => this.#actor?.send({ type: 'start', picture: 'test' }))}
          <button class="button quiet" type="button" @click=${() => this.#dismiss(failure)}>${sentences.notNow}</button>
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
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-call-card': CallCardElement;
  }
}
