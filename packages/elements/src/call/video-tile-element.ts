import type { MediaHandle } from '@eyeline/machines';
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { playPath } from '../icons/call-paths.ts';
import { icon } from '../icons/icon.ts';
import { call } from '../sentences/call.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { streamOf } from './stream-of.ts';

/**
 * One moving picture. Shows what it is given and owns nothing of it.
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
    isBlocked: { state: true },
  };

  /** A MediaStream or a MediaStreamTrack of the browser; null shows nothing. */
  declare stream: MediaHandle | null;
  /** What the picture is, for those who do not see it. */
  declare label: string;
  /** Without its sound: for one's own picture. */
  declare muted: boolean;
  /** As in a mirror: for one's own picture. */
  declare mirrored: boolean;
  declare isBlocked: boolean;

  constructor() {
    super();
    this.stream = null;
    this.label = '';
    this.muted = false;
    this.mirrored = false;
    this.isBlocked = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A video that was moved in the document stands still until it is started again.
    if (this.#video) this.#play();
  }

  override updated(): void {
    const video = this.#video;
    const stream = streamOf(this.stream);
    if (!video || video.srcObject === stream) return;
    video.srcObject = stream;
    if (stream) this.#play();
  }

  override render(): TemplateResult {
    return html`
      <video part="video" autoplay playsinline aria-label=${this.label} .muted=${this.muted}></video>
      ${
        this.isBlocked
          ? html`<button class="button primary" type="button" @click=${this.#play}>${icon(playPath)} ${call.play}</button>`
          : nothing
      }
    `;
  }

  get #video(): HTMLVideoElement | null {
    return this.renderRoot?.querySelector('video') ?? null;
  }

  #play(): void {
    this.#video?.play().then(
      () => {
        this.isBlocked = false;
      },
      (reason: unknown) => {
        // Sound without a click before it; anything else (a new stream came in between) passes by itself.
        this.isBlocked = reason instanceof DOMException && reason.name === 'NotAllowedError';
      },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-video-tile': VideoTileElement;
  }
}
