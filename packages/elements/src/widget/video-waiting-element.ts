import {
  type ConversationActor,
  type CustomerActor,
  consentFor,
  isReadyFor,
  type Picture,
  type Ready,
  standingOf,
} from '@eyeline/machines';
import type { CallKind, FallbackOption, FallbackReason } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { callOf } from '../call/call-of.ts';
import { endPreview, preview, previewedKind, wantsPreview } from '../call/call-preview.ts';
import { keptReady } from '../call/kept-ready.ts';
import { ActorController } from '../controller/actor-controller.ts';
import { sameFields } from '../controller/same-fields.ts';
import { chat } from '../sentences/chat.ts';
import { modes } from '../sentences/modes.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { chatStyles } from './chat-styles.ts';
import { waitWords } from './wait-words.ts';

/**
 * Waiting for somebody with whom a call can be had: the place in the queue, getting ready in the own picture alone, and what may
 * be had instead. Nobody sees or hears the customer before somebody is there.
 *
 * @tagname eyeline-video-waiting
 */
export class VideoWaitingElement extends LitElement {
  static override styles = [base, buttons, chatStyles];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    conversation: { attribute: false },
    picture: {},
    isTurning: { state: true },
    keptReason: { state: true },
  };

  /** The visit that waits. */
  declare actor: CustomerActor | null;
  declare conversation: ConversationActor | null;
  /** What this side shows: its camera, or a moving test picture instead. */
  declare picture: Picture;
  /** The customer looks at what there is instead. */
  declare isTurning: boolean;
  /** Why nobody could serve, when the customer chose to wait all the same. */
  declare keptReason: FallbackReason | null;

  readonly #visit = new ActorController(
    this,
    () => this.actor,
    snapshot => snapshot.context,
  );
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
  readonly #trying = new ActorController(
    this,
    () => callOf(this.conversation)?.getSnapshot().children.devices,
    // Its permissions become known a moment after it is there.
    ({ context }) => ({ isTrying: previewedKind(callOf(this.conversation)) !== null, ...context.permissions }),
    sameFields,
  );
  #wasAsked = false;

  constructor() {
    super();
    this.actor = null;
    this.conversation = null;
    this.picture = 'camera';
    this.isTurning = false;
    this.keptReason = null;
  }

  protected override updated(): void {
    const call = callOf(this.conversation);
    if (!call?.getSnapshot().matches('idle')) return;
    if (this.#because) {
      if (previewedKind(call)) endPreview(call);
    } else if (!this.#isReady && this.#awaited && !wantsPreview(call, this.#awaited))
      call.send({ type: 'get-ready', picture: this.picture });
    else if (this.#keptReady) call.send(this.#keptReady);
    else if (!this.#isReady && !this.#wasAsked && this.#visit.value?.step === 'video') {
      // They have pressed for it in this page just now: the browser may ask.
      this.#look();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const call = callOf(this.conversation);
    const { domain, closed } = this.conversation?.getSnapshot().context.interaction ?? {};
    if (call && previewedKind(call) && (domain !== 'video' || closed)) endPreview(call);
  }

  /** Why nobody can serve it now; null while somebody can. */
  get #because(): FallbackReason | null {
    return this.#conversation.value?.fallback?.because ?? null;
  }

  get #isReady(): boolean {
    const call = this.#call.value?.context;
    return call !== undefined && isReadyFor(call, this.#awaited ?? 'two-way');
  }

  /** As they were in the page before this one. */
  get #keptReady(): Ready | null {
    const call = callOf(this.conversation)?.getSnapshot();
    const devices = call?.children.devices?.getSnapshot().context;
    if (!call || !devices || !this.#awaited || this.#isReady || this.#wasAsked) return null;
    return keptReady(call.context, devices, consentFor(call.context, this.#awaited));
  }

  /** The call that is waited for. */
  get #awaited(): CallKind | null {
    return this.#call.value?.context.escalation.awaited ?? null;
  }

  get #others(): readonly FallbackOption[] {
    const visit = this.#visit.value;
    return (visit && standingOf(visit, 'video')?.instead) ?? [];
  }

  override render(): TemplateResult | typeof nothing {
    const context = this.#conversation.value;
    if (!context || !this.conversation) return nothing;
    const because = this.#because;
    // Who chose to wait all the same has read it before.
    const visit = this.#visit.value;
    const kept = this.keptReason ?? (visit?.step === 'video' ? standingOf(visit, 'video')?.because : null);
    const isNews = because !== null && because !== kept;
    return isNews || this.isTurning
      ? html`<eyeline-waiting-fallback .conversation=${this.conversation} .others=${this.#others}
          .onStay=${this.#stay}></eyeline-waiting-fallback>`
      : this.#card(because !== null);
  }

  #card(isNobodyThere: boolean): TemplateResult {
    const { position = null, wait = null, escalation, fallback } = this.#conversation.value ?? {};
    const words = position === null || isNobodyThere ? '' : waitWords(wait);
    const kind = escalation?.awaited ?? 'two-way';
    const others = [...(fallback?.steps ?? []), ...this.#others];
    return html`
      <section class="waiting" aria-label=${chat.waiting}>
        <div role="status">
          <h2>${isNobodyThere ? modes.nobodyWithVideo : position !== null && position > 1 ? chat.number(position) : chat.next}</h2>
          ${words ? html`<p class="wait">${chat.waitingTime(words)}</p>` : nothing}
          <p class="muted">${isNobodyThere ? modes.keepsPlace : modes.joins[kind]} ${this.#isReady && !isNobodyThere ? modes.isReady : modes.staysClosed}</p>
        </div>
        <div class="answers">
          ${
            isNobodyThere || this.#isReady || this.#trying.value?.isTrying || !this.#call.value
              ? nothing
              : html`<button class="button" type="button" @click=${this.#look}>${modes.check}</button>`
          }
          ${others.length > 0 ? html`<button class="button quiet" type="button" @click=${this.#turn}>${modes.otherWays}</button>` : nothing}
          <button class="button quiet" type="button" @click=${() => this.conversation?.send({ type: 'end' })}>${chat.leave}</button>
        </div>
      </section>
    `;
  }

  readonly #look = (): void => {
    const call = callOf(this.conversation);
    const awaited = this.#awaited;
    if (!call || !awaited) return;
    this.#wasAsked = true;
    preview(call, awaited, this.picture);
  };

  readonly #turn = (): void => {
    this.isTurning = true;
  };

  readonly #stay = (): void => {
    this.keptReason = this.#because;
    this.isTurning = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-video-waiting': VideoWaitingElement;
  }
}
