import {
  type CallActor,
  type CallControls,
  type ConversationActor,
  type ConversationContext,
  consentFor,
  selectCallControls,
} from '@eyeline/machines';
import type { CallKind } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SnapshotFrom } from 'xstate';
import { ActorController } from '../controller/actor-controller.ts';
import { ClockController } from '../controller/clock-controller.ts';
import { panelAround } from '../controller/keep-focus.ts';
import { CallHelp, helpButton } from '../help/call-help.ts';
import { helpStyles } from '../help/help-styles.ts';
import {
  cornerPath,
  enlargePath,
  gripPath,
  narrowPath,
  personPath,
  screenPath,
  widePath,
} from '../icons/call-paths.ts';
import { icon } from '../icons/icon.ts';
import { avatar, avatars } from '../parts/avatar.ts';
import { sentence as drawn, isolate } from '../parts/isolate.ts';
import { stopwatch } from '../parts/moment.ts';
import { peerName } from '../parts/peer.ts';
import { call as sentences } from '../sentences/call.ts';
import { language } from '../sentences/language.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { menuStyles } from '../theme/menu-styles.ts';
import { callBarStyles } from './call-bar-styles.ts';
import { callButtons, hangUpButton, microphoneSwitch } from './call-buttons.ts';
import { chatButton, chatNews, chatNewsStyles } from './call-chat-news.ts';
import { dressPanel } from './call-in-panel-styles.ts';
import { callKindPrompt } from './call-kind-prompt.ts';
import { callMenu, callMenuStyles } from './call-menu.ts';
import { callNotice, heldBack } from './call-notice.ts';
import { callOf } from './call-of.ts';
import { type CallPeople, type CallPerson, isShowing, peopleOf } from './call-people.ts';
import { CallPip, type CallPipProps, canPictureInPicture } from './call-pip.ts';
import { CallPlace } from './call-place.ts';
import { callPrompt } from './call-prompt.ts';
import { type CallScene, callSceneOf, isInCall, isOnStage } from './call-scene.ts';
import { callViewStyles } from './call-view-styles.ts';
import { closeDialogsAround } from './close-dialogs.ts';
import { devicePickerStyles, kindsFor } from './device-pickers.ts';
import { streamOf } from './stream-of.ts';

/** Where the pictures are: large, or small in a corner while one does something else. */
export type CallLayout = 'stage' | 'corner';

type Call = SnapshotFrom<CallActor>;

/**
 * The pictures of a call and what may be pressed in it, from proposing it to hanging up; nothing while there is no call
 * (`callSceneOf` and `isOnStage` tell whether there is one). The element around it gives it its place and size.
 *
 * @tagname eyeline-call-view
 */
export class CallViewElement extends LitElement {
  static override styles = [
    base,
    buttons,
    avatars,
    menuStyles,
    devicePickerStyles,
    callMenuStyles,
    callViewStyles,
    callBarStyles,
    chatNewsStyles,
    helpStyles,
  ];
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    layout: { reflect: true },
    onLayout: { attribute: false },
    isFullScreen: { state: true },
    dismissed: { state: true },
    agreeing: { state: true },
  };

  /** The conversation whose call is shown. */
  declare conversation: ConversationActor | null;
  /** The attribute of the same name tells the styles. */
  declare layout: CallLayout;
  /** Hears that a person wants another layout. */
  declare onLayout: ((layout: CallLayout) => void) | null;
  declare isFullScreen: boolean;
  /** The failure of a device that the person does not want to read again. */
  declare dismissed: string | null;
  /** What is to be asked for as soon as the person has agreed to what the site asks. */
  declare agreeing: CallKind | null;

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
  readonly #devices = new ActorController(
    this,
    () => callOf(this.conversation)?.getSnapshot().children.devices,
    snapshot => snapshot.context,
  );

  #wasOnStage = false;
  readonly #place = new CallPlace(this, () => this.#frame);
  readonly #pip = new CallPip(this, () => this.#pipProps());
  readonly #help = new CallHelp(this, {
    call: () => callOf(this.conversation),
    context: () => this.#conversation.value,
  });

  constructor() {
    super();
    this.conversation = null;
    this.layout = 'stage';
    this.onLayout = null;
    this.isFullScreen = false;
    this.dismissed = null;
    this.agreeing = null;
    this.addEventListener('fullscreenchange', () => {
      this.isFullScreen = this.matches(':fullscreen');
    });
  }

  /** Puts the cursor into the call, on nothing that the next press would switch. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('section')?.focus(options);
  }

  override updated(): void {
    dressPanel(this.getRootNode());
    const isOnStageNow = isOnStage(this.#scene);
    if (isOnStageNow && !this.#wasOnStage) closeDialogsAround(this);
    this.#wasOnStage = isOnStageNow;
    if (isOnStageNow) return;
    this.dismissed = null;
    this.agreeing = null;
    if (this.isFullScreen) void document.exitFullscreen();
  }

  /** The widget's panel, which a person may move and widen; null at a desk, where the call has its fixed place. */
  get #frame(): HTMLElement | null {
    const root = this.getRootNode();
    const host = root instanceof ShadowRoot ? root.host : null;
    return host instanceof HTMLElement && host.matches('[part=panel]') ? host : null;
  }

  /** Only asked for while there is a call. */
  get #actor(): CallActor {
    const actor = callOf(this.conversation);
    if (!actor) throw new Error('there is no call');
    return actor;
  }

  get #scene(): CallScene {
    return this.#call.value ? callSceneOf(this.#call.value) : 'none';
  }

  override render(): TemplateResult | typeof nothing {
    const call = this.#call.value;
    const context = this.#conversation.value;
    const scene = this.#scene;
    if (!call || !context || !isOnStage(scene)) return nothing;
    const people = peopleOf(call, context);
    const { own, others } = people;
    const picture = this.#help.pictureFor(people);
    const isOwnHelped = this.#help.isOwnHelped(people, picture);
    const screens = [...others, ...(own && isOwnHelped ? [own] : [])].filter(one => one.screen !== null);
    const kind = context.interaction.call?.kind ?? call.context.kind;
    const isOwnLarge = isOwnHelped || isShowing(people, kind);
    const prompt = { call: this.#actor, snapshot: call, dismissed: this.dismissed, onDismiss: this.#dismiss };
    return html`
      <section tabindex="-1" aria-label=${kind === 'voice' ? sentences.voiceCall : sentences.call}
        class="view ${scene} ${screens.length > 0 ? 'sharing' : isOwnLarge ? 'own-large' : ''} ${others.length > 1 ? 'several' : ''}">
        <div class="others">
          ${repeat(
            screens,
            one => one.participantId,
            one => this.#screenTile(one),
          )}
          ${repeat(
            others,
            one => one.participantId,
            one => this.#tile(one, others.length),
          )}
          ${others.length > 0 ? nothing : html`<div class="waiting">${scene === 'proposing' && own?.absence === null ? nothing : avatar(peerName(context), icon(personPath))}</div>`}
        </div>
        ${own ? this.#ownTile(own) : nothing}
        <div class="top">
          ${this.#header(scene, context)}
          ${call.context.wishes.screen && own?.screen ? this.#sharing() : nothing}
          <p class="notice" role="status">${drawn(this.#notice(call, context, people))}</p>
          <p class="heard" role="status">${this.#heard(others)}</p>
          ${this.#frame ? chatNews(context, this.#showChat) : nothing}
        </div>
        ${this.layout === 'stage' ? this.#help.tools(picture) : nothing}
        ${this.#help.question()}
        ${callPrompt(prompt)} ${callKindPrompt({ ...prompt, context, agreeing: this.agreeing, onAgreed: this.#agree })}
        <footer>${this.#buttons(call, context, picture !== null)}</footer>
      </section>
    `;
  }

  #tile(person: CallPerson, of: number): TemplateResult {
    const label = of > 1 ? sentences.theirPictureNamed(person.name) : sentences.theirPicture;
    return html`<eyeline-call-tile class="remote" label=${label} .person=${person}
      .health=${this.#scene === 'live' && person.absence !== 'on-hold' ? (this.#call.value?.context.health?.level ?? null) : null}
      .speaker=${this.#devices.value?.chosen.speaker ?? null} .over=${this.#help.over(person, 'camera')}></eyeline-call-tile>`;
  }

  #screenTile(person: CallPerson): TemplateResult {
    return html`<eyeline-video-tile class="shared" label=${sentences.theirScreen} muted .stream=${person.screen}>
      ${this.#help.over(person, 'screen')}
    </eyeline-video-tile>`;
  }

  #ownTile(own: CallPerson): TemplateResult {
    return html`<eyeline-call-tile class="local" label=${sentences.yourPicture} own .person=${own}
      ?mirrored=${this.#devices.value?.setup.facing !== 'environment'} .over=${this.#help.over(own, 'camera')}></eyeline-call-tile>`;
  }

  #header(scene: CallScene, context: ConversationContext): TemplateResult {
    const since = context.interaction.call?.since;
    return html`
      <header class=${this.#frame ? 'grip' : ''} @pointerdown=${this.#frame ? this.#place.grab : nothing}>
        ${this.#frame ? this.#grip() : nothing}
        <span class="who" dir="auto">${peerName(context)}</span>
        ${isInCall(scene) && since ? html`<time>${stopwatch(this.#clock.now - since)}</time>` : nothing}
      </header>
    `;
  }

  #sharing(): TemplateResult {
    return html`<p class="own-screen">${icon(screenPath)}<span>${sentences.youShare}</span></p>`;
  }

  #notice(call: Call, context: ConversationContext, { isHeld, others }: CallPeople): string {
    const said = callNotice(call, context);
    if (said) return said;
    if (isHeld) return `${sentences.onHold}. ${sentences.onHoldMore(isolate(peerName(context)))}`;
    const held = others.find(one => one.absence === 'on-hold');
    if (held) return sentences.holding(isolate(held.name));
    const back = heldBack(call, others);
    if (back) return back;
    if (this.#scene === 'live' && this.#help.notice) return this.#help.notice;
    const [finding] = (this.#scene === 'live' && call.context.health?.findings) || [];
    return finding ? sentences.findings[finding] : '';
  }

  /** What somebody hears of a picture that they do not see. */
  #heard(others: readonly CallPerson[]): string {
    const reasons = others.flatMap(({ name, absence }) =>
      absence === 'camera-off' || absence === 'weak' || absence === 'refused' || absence === 'missing'
        ? [`${name}: ${sentences.absences[absence]}.`]
        : [],
    );
    return reasons.join(' ');
  }

  #buttons(call: Call, context: ConversationContext, hasPicture: boolean): TemplateResult {
    const controls = selectCallControls(call, context);
    const isRinging = this.#scene === 'proposing';
    const isLarge = this.layout === 'stage';
    const isVoice = call.context.call?.kind === 'voice';
    const [kind] = controls.kindsToAskFor;
    const size = isLarge ? sentences.small : sentences.large;
    return html`
      ${callButtons({
        ...controls,
        call: this.#actor,
        wishes: call.context.wishes,
        canFlip: this.#devices.value?.canFlip ?? false,
        isRinging,
        onAskForVideo: isVoice && kind ? () => this.#become(kind) : null,
      })}
      ${isLarge && hasPicture ? helpButton(this.#help) : nothing}
      ${isLarge ? this.#menu(controls, hasPicture) : nothing}
      ${controls.canHangUp ? hangUpButton(this.#actor, isRinging) : nothing}
      <span class="places">
        ${this.#frame && isLarge && !this.isFullScreen ? chatButton(context, this.#showChat) : nothing}
        <button class="button round place" type="button" @click=${this.#switchLayout} aria-label=${size} title=${size}>
          ${icon(isLarge ? cornerPath : enlargePath)}
        </button>
        ${this.#frame && isLarge && !this.isFullScreen ? this.#widen() : nothing}
      </span>
    `;
  }

  #menu({ canToggle, kindsToAskFor, canGoToVoice }: CallControls, hasPicture: boolean): TemplateResult {
    const devices = this.#devices.value;
    return callMenu({
      onVoice: canGoToVoice ? () => this.#become('voice') : null,
      kinds: kindsToAskFor.map(kind => ({ kind, onAsk: () => this.#become(kind) })),
      pickers: devices
        ? {
            devices,
            kinds: kindsFor(canToggle),
            send: choice => this.#actor.send(choice),
          }
        : null,
      isFullScreen: this.isFullScreen,
      isHelping: this.#help.isOpen,
      onHelp: hasPicture ? this.#help.toggle : null,
      onFullScreen: document.fullscreenEnabled ? () => this.#switchFullScreen() : null,
      onPictureInPicture: canPictureInPicture() && isInCall(this.#scene) ? () => this.#switchPip() : null,
    });
  }

  #become(kind: CallKind): void {
    if (consentFor(this.#actor.getSnapshot().context, kind)) this.agreeing = kind;
    else this.#actor.send({ type: 'change-kind', kind });
  }

  readonly #agree = (agreed: boolean) => {
    const kind = this.agreeing;
    this.agreeing = null;
    if (!kind || !agreed) return;
    const consent = consentFor(this.#actor.getSnapshot().context, kind);
    this.#actor.send({ type: 'change-kind', kind, consent });
  };

  #pipProps(): CallPipProps | null {
    const call = this.#call.value;
    const context = this.#conversation.value;
    const scene = this.#scene;
    if (!call || !context || !isOnStage(scene)) return null;
    const person = peopleOf(call, context).others[0];
    const { canToggle } = selectCallControls(call, context);
    const reason = person?.absence ? sentences.absences[person.absence] : '';
    return {
      title: peerName(context),
      lang: language.tag,
      stream: streamOf(person?.screen ?? (person?.absence === null ? person.media : null)),
      label: sentences.theirPicture,
      face: html`<div class="face"><b dir="auto">${peerName(context)}</b><span>${reason}</span></div>`,
      buttons: html`
        ${canToggle.includes('microphone') ? microphoneSwitch(this.#actor, call.context.wishes) : nothing}
        ${hangUpButton(this.#actor, scene === 'proposing')}
      `,
    };
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

  readonly #dismiss = (key: string) => {
    this.dismissed = key;
  };

  #switchLayout(): void {
    this.onLayout?.(this.layout === 'stage' ? 'corner' : 'stage');
    if (this.isFullScreen) void document.exitFullscreen();
  }

  /** What was pressed is gone with it: one goes on in the chat. */
  readonly #showChat = (): void => {
    this.#switchLayout();
    void this.updateComplete.then(() => panelAround(this)?.focus({ preventScroll: true }));
  };

  #switchFullScreen(): void {
    void (this.isFullScreen ? document.exitFullscreen() : this.requestFullscreen());
  }

  #switchPip(): void {
    void this.#pip.toggle(this.renderRoot.querySelector('eyeline-call-tile')?.video ?? null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-call-view': CallViewElement;
  }
}
