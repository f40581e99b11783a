import {
  type ConversationActor,
  consentFor,
  type DeviceFailure,
  type DevicesContext,
  type Doctor,
  type Picture,
} from '@eyeline/machines';
import { type CallKind, type DoctorReport, kindAllows } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { ActorController } from '../controller/actor-controller.ts';
import { soundPath, videoOffPath } from '../icons/call-paths.ts';
import { icon } from '../icons/icon.ts';
import { againPath, videoPath, warningPath } from '../icons/paths.ts';
import { isolate, sentence } from '../parts/isolate.ts';
import { peerName } from '../parts/peer.ts';
import { call as sentences } from '../sentences/call.ts';
import { devices as words } from '../sentences/devices.ts';
import { sentenceOf } from '../sentences/language.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { callCardStyles } from './call-card-styles.ts';
import { callOf } from './call-of.ts';
import { endPreview, goOn, isAhead, keepSkipping, preview, previewedKind, skipsPreview } from './call-preview.ts';
import { callPreviewStyles } from './call-preview-styles.ts';
import { devicePickerStyles, devicePickers, kindsFor, withoutBlur } from './device-pickers.ts';
import { Loudness } from './loudness.ts';
import { permissionHelp } from './permission-help.ts';
import { playTestSound } from './test-sound.ts';
import { withDevices } from './with-devices.ts';

/** From this level on the microphone works. */
const heardLevel = 0.3;

/**
 * What somebody looks at before a call: the own picture, how loud one is, which devices, and what one agrees to. Nothing leaves
 * the page.
 *
 * @tagname eyeline-call-preview
 */
export class CallPreviewElement extends LitElement {
  static override styles = [base, buttons, callCardStyles, devicePickerStyles, callPreviewStyles];
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    picture: {},
    testPicture: { type: Boolean, attribute: 'test-picture' },
    level: { state: true },
    isHeard: { state: true },
    isPlaying: { state: true },
    isChecking: { state: true },
  };

  declare conversation: ConversationActor | null;
  /** What this side shows: its camera, or a moving test picture instead. */
  declare picture: Picture;
  /** Offers a moving test picture where there is no camera. */
  declare testPicture: boolean;
  declare level: number;
  declare isHeard: boolean;
  declare isPlaying: boolean;
  /** Is the connection looked at, or was it? */
  declare isChecking: boolean;

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
  readonly #devices = new ActorController(
    this,
    () => callOf(this.conversation)?.getSnapshot().children.devices,
    snapshot => snapshot.context,
  );
  #doctor: Doctor | null = null;
  readonly #loudness = new Loudness(level => {
    this.level = Math.round(level * 20) / 20;
    this.isHeard ||= level > heardLevel;
  });

  constructor() {
    super();
    this.conversation = null;
    this.picture = 'camera';
    this.testPicture = false;
    this.level = 0;
    this.isHeard = false;
    this.isPlaying = false;
    this.isChecking = false;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.card')?.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loudness.stop();
  }

  protected override updated(): void {
    if (this.isConnected) this.#loudness.follow(this.#devices.value?.open.microphone?.track ?? null);
  }

  protected override render(): TemplateResult | typeof nothing {
    const call = this.#call.value?.context;
    const devices = this.#devices.value;
    const context = this.#conversation.value;
    const kind = previewedKind(callOf(this.conversation));
    if (!call || !devices || !context || !kind) return nothing;
    const consent = consentFor(call, kind);
    const isInvited = this.#call.value?.matches('invited') === true;
    const allowed = kindAllows(kind, call.role);
    return html`
      <section class="card" aria-label=${words.title} tabindex="-1">
        <h2>${icon(videoPath)} <span>${isInvited ? sentence(sentences.invites(isolate(peerName(context)), kind)) : words.before}</span></h2>
        <p>${words.nobodySees}</p>
        ${consent ? html`<p class="consent"><b>${words.consent}</b> <bdi>${consent}</bdi></p>` : nothing}
        ${allowed.includes('camera') ? this.#mirror(kind, devices) : nothing}
        ${this.#microphone(devices)}
        <details>
          <summary>${words.title}</summary>
          <div class="pickers">
            ${devicePickers({
              devices,
              kinds: kindsFor(allowed),
              send: choice => callOf(this.conversation)?.send(choice),
            })}
            <button class="button" type="button" ?disabled=${this.isPlaying} @click=${this.#playSound}>${icon(soundPath)} ${words.testSound}</button>
          </div>
        </details>
        ${this.#connection()}
        ${
          call.role === 'customer' && !consent
            ? html`<label class="effect"><input type="checkbox" .checked=${skipsPreview()} @change=${takeSkip} /><span>${words.skip}</span></label>`
            : nothing
        }
        ${this.#actions(kind, isInvited, consent)}
      </section>
    `;
  }

  #mirror(kind: CallKind, devices: DevicesContext): TemplateResult {
    const isWanted = devices.wanted.includes('camera');
    const track = devices.open.camera?.track ?? null;
    const failure = devices.failures.camera;
    const isAsking = isWanted && !track && !failure;
    // With neither camera nor microphone there would be nothing to look at.
    const canSwitch = devices.wanted.includes('microphone');
    return html`
      <div class="mirror">
        ${
          track
            ? html`<eyeline-video-tile label=${sentences.yourPicture} muted ?mirrored=${devices.setup.facing !== 'environment'} .stream=${track}></eyeline-video-tile>`
            : html`<div class="instead" role="status">${isAsking ? words.askingYou : failure ? this.#failure(failure, kind) : words.cameraOff}</div>`
        }
        ${
          canSwitch
            ? html`<button class="button round" type="button" aria-label=${sentences.camera} aria-pressed=${isWanted}
                title=${isWanted ? sentences.cameraOff : sentences.cameraOn}
                @click=${() => this.#look(kind, { camera: !isWanted })}>${icon(isWanted ? videoPath : videoOffPath)}</button>`
            : nothing
        }
      </div>
    `;
  }

  #microphone({ wanted, open, failures }: DevicesContext): TemplateResult | typeof nothing {
    if (!wanted.includes('microphone')) return nothing;
    const failure = failures.microphone;
    if (failure)
      return html`<p class="failure" role="status">${icon(warningPath)}<span>${sentenceOf(failure)}</span></p>`;
    const percent = Math.round(this.level * 100);
    return html`
      <div class="level" role="meter" aria-label=${words.level} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${percent}>
        <i style=${styleMap({ scale: `${open.microphone ? this.level : 0} 1` })}></i>
      </div>
      <p class="hint" role="status">${this.isHeard ? words.isHeard : words.saySomething}</p>
    `;
  }

  #connection(): TemplateResult | typeof nothing {
    if (this.isChecking)
      return html`<eyeline-doctor bare .doctor=${this.#doctor} @eyeline-examined=${this.#report}></eyeline-doctor>`;
    return this.#networkDoctor
      ? html`<button class="button" type="button" @click=${this.#check}>${icon(againPath)} ${words.checkConnection}</button>`
      : nothing;
  }

  get #networkDoctor(): Doctor | null {
    return callOf(this.conversation)?.getSnapshot().children.doctor?.getSnapshot().output ?? null;
  }

  /** The doctor's part of the page is loaded now, and looks by itself: that was what the press was for. */
  async #check(): Promise<void> {
    const network = this.#networkDoctor;
    const devices = this.#devices.value;
    if (!network || !devices) return;
    this.#doctor = withDevices(network, () => this.#devices.value ?? devices);
    this.isChecking = true;
    await import('../doctor/define.ts');
    await this.updateComplete;
    await this.renderRoot.querySelector('eyeline-doctor')?.examine();
  }

  #report(event: CustomEvent<DoctorReport>): void {
    event.stopPropagation();
    callOf(this.conversation)?.send({ type: 'report-check', findings: event.detail });
  }

  #failure(failure: DeviceFailure, kind: CallKind): TemplateResult {
    return html`
      <span>${sentenceOf(failure)}</span>
      ${permissionHelp([failure.code])}
      <button class="button" type="button" @click=${() => this.#look(kind, {})}>${sentences.tryAgain}</button>
      ${failure.code === 'effect-failed' ? withoutBlur(choice => callOf(this.conversation)?.send(choice), this.#devices.value?.setup.effects.noise === true) : nothing}
      ${this.testPicture ? html`<button class="button" type="button" @click=${() => this.#look(kind, {}, 'test')}>${sentences.useTestPicture}</button>` : nothing}
    `;
  }

  #actions(kind: CallKind, isInvited: boolean, consent: string): TemplateResult {
    const call = callOf(this.conversation);
    const picture = this.#devices.value?.setup.picture ?? this.picture;
    return html`
      <div class="actions">
        <button class="button primary" type="button" @click=${() => call && goOn(call, kind, picture)}>
          ${isInvited ? words.join : call && isAhead(call) ? words.ready : words.begin}
        </button>
        ${isInvited && consent ? html`<button class="button" type="button" @click=${() => this.#disagree(consent)}>${words.disagree}</button>` : nothing}
        <button class="button" type="button" @click=${() => call && endPreview(call)}>${sentences.cancel}</button>
      </div>
    `;
  }

  #disagree(consent: string): void {
    const call = callOf(this.conversation);
    if (!call) return;
    endPreview(call);
    call.send({ type: 'decline', consent });
  }

  #look(kind: CallKind, wishes: { camera?: boolean }, picture = this.picture): void {
    const call = callOf(this.conversation);
    if (call) preview(call, kind, picture, wishes);
  }

  #playSound(): void {
    this.isPlaying = true;
    void playTestSound(this.#devices.value?.chosen.speaker ?? null)
      .catch(() => {})
      .finally(() => {
        this.isPlaying = false;
      });
  }
}

const takeSkip = ({ target }: Event): void => {
  if (target instanceof HTMLInputElement) keepSkipping(target.checked);
};

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-call-preview': CallPreviewElement;
  }
}
