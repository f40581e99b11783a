import type { CustomerActor, Picture } from '@eyeline/machines';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { callOf } from '../call/call-of.ts';
import { callSceneOf, isOnStage } from '../call/call-scene.ts';
import type { CallLayout } from '../call/call-view-element.ts';
import { ActorController } from '../controller/actor-controller.ts';
import { ConnectionController } from '../controller/connection-controller.ts';
import { sameFields } from '../controller/same-fields.ts';
import { avatars } from '../parts/avatar.ts';
import { connectionNotice } from '../parts/connection-notice.ts';
import { peerOf } from '../parts/peer.ts';
import { connection } from '../sentences/connection.ts';
import { sentenceOf } from '../sentences/language.ts';
import { widget } from '../sentences/widget.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { chatPanelStyles } from './chat-panel-styles.ts';
import { conversationOf } from './conversation-of.ts';
import { loadParts, type Parts } from './load-parts.ts';
import { panelHeader } from './panel-header.ts';
import { loadingSkeleton, unavailableNote } from './panel-notes.ts';
import { type WidgetView, widgetViewOf } from './widget-view.ts';

/**
 * The widget's panel: a customer's visit from the form to its end.
 *
 * @csspart header
 * @csspart body
 * @tagname eyeline-chat-panel
 */
export class ChatPanelElement extends LitElement {
  static override styles = [base, buttons, avatars, chatPanelStyles];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    onClose: { attribute: false },
    onLayout: { attribute: false },
    layout: {},
    testPicture: { type: Boolean, attribute: 'test-picture' },
    picture: {},
    isCallOnly: { type: Boolean, reflect: true, attribute: 'call-only' },
    isEnding: { state: true },
  };

  /** The visit to follow; null shows that it is being loaded. */
  declare actor: CustomerActor | null;
  /** null: nothing closes it. */
  declare onClose: (() => void) | null;
  declare onLayout: ((layout: CallLayout) => void) | null;
  /** Where the call is while there is one. */
  declare layout: CallLayout;
  declare testPicture: boolean;
  /** What this side shows: its camera, or a moving test picture instead. */
  declare picture: Picture;
  /** The panel is closed and only the picture of its call is left. */
  declare isCallOnly: boolean;
  declare isEnding: boolean;

  readonly #visit = new ActorController(
    this,
    () => this.actor,
    snapshot => ({
      view: widgetViewOf(snapshot),
      online: snapshot.context.online,
      obstacle: snapshot.context.obstacle,
      entryPoint: snapshot.context.entryPoint,
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
  readonly #call = new ActorController(
    this,
    () => callOf(this.#visit.value?.conversation),
    snapshot => snapshot,
  );

  /** Camera and sound are tried before a call. */
  readonly #isTrying = new ActorController(
    this,
    () => this.#call.value?.children.devices,
    snapshot => snapshot.context.wanted.length > 0,
  );

  /** While the panel waits for its first answer, that is what it says. */
  readonly #connection = new ConnectionController(this, () =>
    this.#visit.value?.view === 'loading' ? undefined : this.#visit.value?.online,
  );

  #hadFocus = false;
  #view: WidgetView = 'loading';

  constructor() {
    super();
    this.actor = null;
    this.onClose = null;
    this.onLayout = null;
    this.layout = 'stage';
    this.testPicture = false;
    this.picture = 'camera';
    this.isCallOnly = false;
    this.isEnding = false;
  }

  /** Puts the cursor where the customer goes on: into the form, or where one writes. */
  override focus(options?: FocusOptions): void {
    this.#body?.focus(options);
    // A phone's keyboard would cover half of what there is to read.
    if (matchMedia('(pointer: fine)').matches) void this.#focusInside(options);
  }

  /** What stands there is drawn a moment later than it is put there. */
  async #focusInside(options?: FocusOptions): Promise<void> {
    const inside = this.#body?.querySelector<LitElement>('.connection + *');
    await inside?.updateComplete;
    if (this.shadowRoot?.activeElement === this.#body) inside?.focus(options);
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement != null;
  }

  protected override updated(): void {
    const { view = 'loading', conversation } = this.#visit.value ?? {};
    const call = this.#call.value;
    if (view !== 'talking') this.isEnding = false;
    if (conversation || view === 'opening') void this.#load('chat');
    if (view === 'fallback' || this.#conversation.value?.fallback) void this.#load('fallback');
    if (this.#conversation.value?.interaction.domain === 'video') void this.#load('video');
    if (view === 'ended') void this.#load('after');
    if (call) void this.#load('start');
    if (call && (this.#isTrying.value || callSceneOf(call) !== 'none')) void this.#load('call');
    // What had the focus is gone: the customer stays in the panel, and goes on at its beginning.
    const active = this.shadowRoot?.activeElement;
    if (this.#hadFocus && (!active || (active === this.#body && view !== this.#view)))
      this.focus({ preventScroll: true });
    this.#view = view;
  }

  async #load(which: Parts): Promise<void> {
    if (!(await loadParts(which))) return;
    if (!['after', 'call', 'start'].includes(which) && this.shadowRoot?.activeElement === this.#body)
      this.focus({ preventScroll: true });
  }

  get #body(): HTMLElement | null {
    return this.renderRoot.querySelector('.body');
  }

  override render(): TemplateResult {
    const { view = 'loading', conversation } = this.#visit.value ?? {};
    const onStage = this.#call.value ? isOnStage(callSceneOf(this.#call.value)) : false;
    return html`
      <div class="panel ${onStage ? this.layout : ''}">
        ${this.#header(view)}
        ${
          onStage && conversation
            ? html`<eyeline-call-view .conversation=${conversation} .layout=${this.layout}
                .onLayout=${this.onLayout}></eyeline-call-view>`
            : nothing
        }
        <div class="body" part="body" tabindex="-1">${connectionNotice(this.#connection.news, this.#visit.value?.obstacle)}${this.#content(view)}</div>
      </div>
    `;
  }

  #header(view: WidgetView): TemplateResult {
    const { entryPoint, conversation } = this.#visit.value ?? {};
    const context = this.#conversation.value;
    const peer = view === 'talking' && context ? peerOf(context) : undefined;
    return panelHeader({
      title: peer?.name || entryPoint?.title || widget.title,
      person: peer?.name ?? null,
      note: peer ? (peer.presence === 'absent' ? connection.lost : (entryPoint?.title ?? '')) : '',
      conversation: peer ? conversation : undefined,
      picture: this.picture,
      onEnd: view === 'talking' && !this.isEnding ? () => this.#askEnd(true) : null,
      onClose: this.onClose,
    });
  }

  #content(view: WidgetView): TemplateResult {
    const { failure, obstacle } = this.#visit.value ?? {};
    switch (view) {
      case 'loading':
        return loadingSkeleton(obstacle);
      case 'unavailable':
        return unavailableNote(failure ? sentenceOf(failure) : '');
      case 'form':
      case 'opening':
        return html`<eyeline-pre-chat-form .actor=${this.actor}></eyeline-pre-chat-form>`;
      case 'fallback':
        return html`<eyeline-fallback .actor=${this.actor}></eyeline-fallback>`;
      default:
        return html`<eyeline-chat .actor=${this.actor} .isEnding=${this.isEnding} .onEnding=${this.#askEnd}
          ?test-picture=${this.testPicture} .picture=${this.picture}></eyeline-chat>`;
    }
  }

  readonly #askEnd = (isEnding: boolean): void => {
    this.isEnding = isEnding;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-chat-panel': ChatPanelElement;
  }
}
