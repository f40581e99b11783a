import type { MediaHandle } from '@eyeline/machines';
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { soundPath } from '../icons/call-paths.ts';
import { icon } from '../icons/icon.ts';
import { call } from '../sentences/call.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { FrameWatch } from './frame-watch.ts';
import { streamOf } from './stream-of.ts';

/**
 * One moving picture with its sound. Shows what it is given and owns nothing of it. Where the browser allows no sound before a
 * press, the picture moves without it and a button turns it on.
 *
 * @csspart video
 * @tagname eyeline-video-tile
 */
export class VideoTileElement extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        position: relative;
        display: block;
        overflow: hidden;
        isolation: isolate;
        background: var(--_stage);
      }

      video {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: var(--_fit, cover);
      }

      :host([mirrored]) video {
        transform: scaleX(-1);
      }

      .button {
        position: absolute;
        z-index: 2;
        inset: 0;
        margin: auto;
        width: max-content;
        height: max-content;
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    stream: { attribute: false },
    label: {},
    muted: { type: Boolean },
    mirrored: { type: Boolean, reflect: true },
    speaker: { attribute: false },
    isAwaited: { attribute: false },
    mayStandStill: { attribute: false },
    onMoving: { attribute: false },
    isSilenced: { state: true },
  };

  /** A MediaStream or a MediaStreamTrack of the browser; null shows nothing. */
  declare stream: MediaHandle | null;
  /** What the picture is, for those who do not see it. */
  declare label: string;
  /** Without its sound: for one's own picture. */
  declare muted: boolean;
  /** As in a mirror: for one's own picture. */
  declare mirrored: boolean;
  /** Where its sound is played, as the browser names it; null: where the browser plays it by itself. */
  declare speaker: string | null;
  /** Whether a picture is to come: whether it does is told to `onMoving`. */
  declare isAwaited: boolean;
  declare mayStandStill: boolean;
  declare onMoving: ((isMoving: boolean) => void) | null;
  declare isSilenced: boolean;

  #watch: FrameWatch | undefined;
  #speaker: string | null = null;

  constructor() {
    super();
    this.stream = null;
    this.label = '';
    this.muted = false;
    this.mirrored = false;
    this.speaker = null;
    this.isAwaited = false;
    this.mayStandStill = false;
    this.onMoving = null;
    this.isSilenced = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A video that was moved in the document stands still until it is started again.
    if (!this.video) return;
    this.#play();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.stop();
  }

  override updated(): void {
    const video = this.video;
    if (!video) return;
    const stream = streamOf(this.stream);
    if (video.srcObject !== stream) {
      video.srcObject = stream;
      if (stream) this.#play();
    }
    this.#follow();
    if (this.speaker === this.#speaker || !('setSinkId' in video)) return;
    this.#speaker = this.speaker;
    // A speaker that is gone by now: the browser plays it where it did before.
    video.setSinkId(this.speaker ?? '').catch(() => {});
  }

  override render(): TemplateResult {
    return html`
      <video part="video" autoplay playsinline aria-label=${this.label} .muted=${this.muted || this.isSilenced}></video>
      <slot></slot>
      ${
        this.isSilenced
          ? html`<button class="button primary" type="button" @click=${this.#turnSoundOn}>${icon(soundPath)} ${call.soundOn}</button>`
          : nothing
      }
    `;
  }

  /** What plays it; null before it is drawn. */
  get video(): HTMLVideoElement | null {
    return this.renderRoot?.querySelector('video') ?? null;
  }

  #follow(): void {
    const video = this.video;
    if (!video) return;
    this.#watch ??= new FrameWatch(
      video,
      () => this.mayStandStill,
      isMoving => this.onMoving?.(isMoving),
    );
    if (this.isAwaited && this.stream) this.#watch.start();
    else this.#watch.stop();
  }

  #turnSoundOn(): void {
    this.isSilenced = false;
    void this.updateComplete.then(() => this.#play());
  }

  #play(): void {
    this.video?.play().catch((reason: unknown) => {
      // Sound without a press before it; anything else (a new stream came in between) passes by itself.
      if (!(reason instanceof DOMException) || reason.name !== 'NotAllowedError' || this.isSilenced) return;
      this.isSilenced = true;
      void this.updateComplete.then(() => this.#play());
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-video-tile': VideoTileElement;
  }
}
