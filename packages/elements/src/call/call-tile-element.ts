import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { barsPath, microphoneOffPath, pausePath, personPath, videoOffPath, voicePath } from '../icons/call-paths.ts';
import { icon } from '../icons/icon.ts';
import { againPath } from '../icons/paths.ts';
import { avatar, avatars } from '../parts/avatar.ts';
import { call as sentences } from '../sentences/call.ts';
import { base } from '../theme/base.ts';
import type { Absence, CallPerson } from './call-people.ts';
import { callTileStyles } from './call-tile-styles.ts';
import { Loudness } from './loudness.ts';

/** How well somebody comes through. */
export type CallHealth = keyof typeof sentences.quality;

/** From this level on somebody speaks, and so long they still do in a pause between two words, in ms. */
const speakingLevel = 0.35;
const pauseMs = 700;

const paths: Partial<Record<Absence, string>> = {
  'camera-off': videoOffPath,
  refused: videoOffPath,
  missing: videoOffPath,
  unseen: videoOffPath,
  'on-hold': pausePath,
  voice: voicePath,
  reconnecting: againPath,
};

/**
 * Somebody in a call: their picture while it moves, and else their face, with the name and the reason. Their sound goes on
 * behind it.
 *
 * @tagname eyeline-call-tile
 */
export class CallTileElement extends LitElement {
  static override styles = [base, avatars, callTileStyles];
  static override properties: PropertyDeclarations = {
    person: { attribute: false },
    label: {},
    own: { type: Boolean, reflect: true },
    mirrored: { type: Boolean },
    speaker: { attribute: false },
    health: { attribute: false },
    over: { attribute: false },
    isMoving: { state: true },
    speaking: { type: Boolean, reflect: true },
  };

  declare person: CallPerson | null;
  /** What the picture is, for those who do not see it. */
  declare label: string;
  /** Of the one who looks: nothing is heard of it. */
  declare own: boolean;
  declare mirrored: boolean;
  /** Where the sound is played; null: where the browser plays it by itself. */
  declare speaker: string | null;
  /** Null where nobody knows. */
  declare health: CallHealth | null;
  /** What lies over the picture. */
  declare over: TemplateResult | typeof nothing;
  declare isMoving: boolean;
  /** The attribute tells the styles who speaks. */
  declare speaking: boolean;

  readonly #loudness = new Loudness(level => this.#hear(level));
  #heardAt = 0;

  constructor() {
    super();
    this.person = null;
    this.label = '';
    this.own = false;
    this.mirrored = false;
    this.speaker = null;
    this.health = null;
    this.over = nothing;
    this.isMoving = false;
    this.speaking = false;
  }

  /** What plays it; null before it is drawn. */
  get video(): HTMLVideoElement | null {
    return this.renderRoot?.querySelector('eyeline-video-tile')?.video ?? null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loudness.stop();
  }

  protected override updated(): void {
    if (!this.own && this.isConnected)
      this.#loudness.follow(this.person?.isMuted ? null : (this.person?.media ?? null));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { person } = this;
    if (!person) return nothing;
    const hasPicture = person.absence === null && this.isMoving;
    return html`
      <eyeline-video-tile label=${this.label} ?muted=${this.own} ?mirrored=${this.mirrored} .stream=${person.media}
        .speaker=${this.speaker} .isAwaited=${person.absence === null} .mayStandStill=${person.still === 'camera'} .onMoving=${this.#take}>${this.over}</eyeline-video-tile>
      <div class="face ${hasPicture ? 'gone' : ''}">
        ${hasPicture ? nothing : this.#face(person)}
      </div>
      <div class="signs">
        ${this.health ? html`<span class="sign ${this.health}" role="img" aria-label=${sentences.quality[this.health]} title=${sentences.quality[this.health]}>${icon(barsPath)}</span>` : nothing}
        ${person.isMuted ? html`<span class="sign" role="img" aria-label=${sentences.microphoneIsOff} title=${sentences.microphoneIsOff}>${icon(microphoneOffPath)}</span>` : nothing}
      </div>
    `;
  }

  #face({ name, absence }: CallPerson): TemplateResult {
    const path = absence && paths[absence];
    return html`
      ${avatar(name, icon(personPath))}
      <p class="name" dir="auto">${this.own ? sentences.you : name}</p>
      ${absence ? html`<p class="reason">${path ? icon(path) : nothing}<span>${sentences.absences[absence]}</span></p>` : nothing}
    `;
  }

  readonly #take = (isMoving: boolean): void => {
    this.isMoving = isMoving;
  };

  #hear(level: number): void {
    const now = performance.now();
    // Nothing is heard any more, or not by this tile: nobody goes on speaking.
    if (level === 0) this.#heardAt = 0;
    if (level > speakingLevel) this.#heardAt = now;
    this.speaking = this.#heardAt > 0 && now - this.#heardAt < pauseMs;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-call-tile': CallTileElement;
  }
}
