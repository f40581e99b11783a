import { type ConversationActor, selectCallControls } from '@eyeline/machines';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { ClockController } from '../controller/clock-controller.ts';
import { cornerPath, enlargePath, gripPath, narrowPath, shrinkPath, widePath } from '../icons/call-paths.ts';
import { icon } from '../icons/icon.ts';
import { call as sentences } from '../sentences/call.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { avatar, avatars } from '../parts/avatar.ts';
import { callButtons } from './call-buttons.ts';
import { callOf } from './call-of.ts';
import { CallPlace } from './call-place.ts';
import { type CallScene, callSceneOf, isInCall, isOnStage } from './call-scene.ts';
import { callViewStyles } from './call-view-styles.ts';
import { sentence as drawn, isolate } from '../parts/isolate.ts';
import { stopwatch } from '../parts/moment.ts';
import { peerName } from '../parts/peer.ts';

/** Where the pictures are: large, or small in a corner while one does something else. */
export type CallLayout = 'stage' | 'corner';

/**
 * The pictures of a call and what may be pressed in it, from proposing it to hanging up; nothing while there is no call
 * (`callSceneOf` and `isOnStage` tell whether there is one). The element around it gives it its place and size.
 *
 * @tagname eyeline-call-view
 */
export class CallViewElement extends LitElement {
  static override styles = [base, buttons, avatars, callViewStyles];
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    layout: { reflect: true },
    onLayout: { attribute: false },
    isFullScreen: { state: true },
  };

  /** The conversation whose call is shown. */
  declare conversation: ConversationActor | null;
  /** The attribute of the same name tells the styles. */
  declare layout: CallLayout;
  /** Hears that a person wants another layout. */
  declare onLayout: ((layout: CallLayout) => void) | null;
  declare isFullScreen: boolean;

  readonly #clock = new ClockController(this, 1000);
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

  readonly #place = new CallPlace(this, () => this.#frame);

  constructor() {
    super();
    this.conversation = null;
    this.layout = 'stage';
    this.onLayout = null;
    this.isFullScreen = false;
    this.addEventListener('fullscreenchange', () => {
      this.isFullScreen = this.matches(':fullscreen');
    });
  }

  override updated(): void {
    if (this.isFullScreen && !isOnStage(this.#scene)) void document.exitFullscreen();
  }

  /** The widget's panel, which a person may move and widen; null at a desk, where the call has its fixed place. */
  get #frame(): HTMLElement | null {
    const root = this.getRootNode();
    const host = root instanceof ShadowRoot ? root.host : null;
    return host instanceof HTMLElement && host.matches('[part=panel]') ? host : null;
  }

  get #scene(): CallScene {
    return this.#call.value ? callSceneOf(this.#call.value) : 'none';
  }

  override render(): TemplateResult | typeof nothing {
    const call = this.#call.value?.context;
    const context = this.#conversation.value;
    const scene = this.#scene;
    if (!call || !context || !isOnStage(scene)) return nothing;
    const remote = call.remotes[0]?.person ?? null;
    const hasRemote = isInCall(scene) && remote !== null;
    const isLost = scene === 'lost';
    const since = context.interaction.call?.since;
    return html`
      <section aria-label=${sentences.call} class="view ${scene} ${isLost ? 'lost' : ''}">
        ${
          hasRemote
            ? html`<eyeline-video-tile class="remote" label=${sentences.theirPicture} .stream=${remote}></eyeline-video-tile>`
            : html`<div class="waiting">${scene === 'connecting' || !call.wishes.camera ? avatar(peerName(context)) : nothing}</div>`
        }
        ${
          call.tracks.camera
            ? html`<eyeline-video-tile class="local" label=${sentences.yourPicture} muted mirrored .stream=${call.tracks.camera}></eyeline-video-tile>`
            : nothing
        }
        ${call.wishes.camera ? nothing : html`<p class="camera-off">${sentences.cameraIsOff}</p>`}
        <p class="notice" role="status">${this.#notice(isLost)}</p>
        <header class=${this.#frame ? 'grip' : ''} @pointerdown=${this.#frame ? this.#place.grab : nothing}>
          ${this.#frame ? this.#grip() : nothing}
          <span class="who" dir="auto">${peerName(context)}</span>
          ${isInCall(scene) && since ? html`<time>${stopwatch(this.#clock.now - since)}</time>` : nothing}
        </header>
        <footer>
          ${this.#buttons()}
        </footer>
      </section>
    `;
  }

  #notice(isLost: boolean): unknown {
    const context = this.#conversation.value;
    if (!context) return '';
    if (isLost) return context.online ? drawn(sentences.lost(isolate(peerName(context)))) : sentences.reconnecting;
    switch (this.#scene) {
      case 'proposing':
        return drawn(sentences.waiting(isolate(peerName(context))));
      case 'connecting':
        return sentences.connecting;
      default:
        return '';
    }
  }

  #buttons(): TemplateResult | typeof nothing {
    const actor = callOf(this.conversation);
    const context = this.#conversation.value;
    const call = this.#call.value;
    if (!actor || !context || !call) return nothing;
    const { canToggle, canHangUp } = selectCallControls(call, context);
    const size = this.layout === 'stage' ? sentences.small : sentences.large;
    const screen = this.isFullScreen ? sentences.leaveFullScreen : sentences.fullScreen;
    return html`
      ${callButtons({ call: actor, camera: call.context.wishes.camera, microphone: call.context.wishes.microphone, canToggle, canHangUp })}
      <span class="places">
        <button class="button round place" type="button" @click=${this.#switchLayout}
          aria-label=${size} title=${size}>
          ${icon(this.layout === 'stage' ? cornerPath : enlargePath)}
        </button>
        ${this.#frame && this.layout === 'stage' && !this.isFullScreen ? this.#widen() : nothing}
        ${
          document.fullscreenEnabled && this.layout === 'stage'
            ? html`<button class="button round full" type="button" @click=${this.#switchFullScreen}
                aria-label=${screen} title=${screen}>
                ${icon(this.isFullScreen ? shrinkPath : enlargePath)}
              </button>`
            : nothing
        }
      </span>
    `;
  }

  #grip(): TemplateResult {
    return html`<button type="button" aria-label=${sentences.move} title=${sentences.drag}
      @keydown=${this.#place.moveByKey}>${icon(gripPath)}</button>`;
  }

  #widen(): TemplateResult {
    const { isWide, widen } = this.#place;
    const label = isWide ? sentences.narrow : sentences.wide;
    return html`<button class="button round wide" type="button" aria-label=${label} title=${label} @click=${widen}>
      ${icon(isWide ? narrowPath : widePath)}
    </button>`;
  }

  #switchLayout(): void {
    this.onLayout?.(this.layout === 'stage' ? 'corner' : 'stage');
    if (this.isFullScreen) void document.exitFullscreen();
  }

  #switchFullScreen(): void {
    void (this.isFullScreen ? document.exitFullscreen() : this.requestFullscreen());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-call-view': CallViewElement;
  }
}
