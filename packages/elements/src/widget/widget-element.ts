import { type CustomerActor, type Picture, unreadOf } from '@eyeline/machines';
import type { AttributesSaid, CustomerSaid, Failure } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { callOf } from '../call/call-of.ts';
import { callSceneOf, isOnStage } from '../call/call-scene.ts';
import type { CallLayout } from '../call/call-view-element.ts';
import type { CommandName, Commands, FormInput, StartedDetail } from '../commands/commands.ts';
import { ActorController } from '../controller/actor-controller.ts';
import { followServerClock } from '../controller/page-clock.ts';
import { sameFields } from '../controller/same-fields.ts';
import { SessionLife, type SessionWithLife } from '../controller/session-life.ts';
import { icon } from '../icons/icon.ts';
import { chatPath } from '../icons/paths.ts';
import { isComposing } from '../parts/is-composing.ts';
import { widget } from '../sentences/widget.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { tokens } from '../theme/tokens.ts';
import type { ChatPanelElement } from './chat-panel-element.ts';
import { conversationOf } from './conversation-of.ts';
import type { Display } from './display.ts';
import type { Teased } from './teaser.ts';
import { VisibleViewport } from './visible-viewport.ts';
import { widgetStyles } from './widget-styles.ts';

/** What the widget needs of a session: `createCustomerSession` of `@eyeline/sdk` makes one. */
export interface WidgetSession extends SessionWithLife {
  readonly actor: CustomerActor;
  identify?(who: CustomerSaid | null): Promise<void>;
  setAttributes?(attributes: AttributesSaid): Promise<void>;
  /** Called when a token of the page does not count. */
  onIdentity?: ((failure: Failure) => void) | undefined;
}

/**
 * The customer's chat and video on any page: a round button in the corner and the panel that it opens, or the panel alone.
 *
 * @fires {CustomEvent<null>} eyeline-ready - the entry point, or the conversation of before, is there
 * @fires {CustomEvent<null>} eyeline-opened - the panel is open
 * @fires {CustomEvent<null>} eyeline-closed
 * @fires {CustomEvent<VisitDetail>} eyeline-queued - the customer waits, for the first time or after a transfer
 * @fires {CustomEvent<VisitDetail>} eyeline-connected - an agent is there
 * @fires {CustomEvent<MessageDetail>} eyeline-message - a message is in the conversation; detail says whose, and what
 * @fires {CustomEvent<UnreadDetail>} eyeline-unread - detail.count messages of others were not seen
 * @fires {CustomEvent<null>} eyeline-call-ringing - an agent asks for a call
 * @fires {CustomEvent<null>} eyeline-call-started - both sides see each other
 * @fires {CustomEvent<CallEndedDetail>} eyeline-call-ended - detail.reason says how
 * @fires {CustomEvent<VisitDetail>} eyeline-ended - the conversation is over
 * @fires {CustomEvent<ErrorDetail>} eyeline-error - detail.code and detail.message, a sentence that says what to do
 * @fires {CustomEvent<ErrorDetail>} eyeline-identity-expired - the token of the page has expired: where the page gave a function it is asked anew
 * @fires {CustomEvent<InviteDetail>} eyeline-invite-shown - the visitor is invited to chat; detail.inviteId says by which rule
 * @fires {CustomEvent<InviteDetail>} eyeline-invite-accepted
 * @fires {CustomEvent<InviteDetail>} eyeline-invite-dismissed
 * @csspart launcher - the round button
 * @csspart badge - how many messages are new, on the button
 * @csspart teaser - the last message, beside the button while the panel is closed
 * @csspart panel - what the button opens
 * @csspart message - a bubble; `own-message` and `their-message` are one side's alone
 * @csspart own-message
 * @csspart their-message
 * @csspart composer - where one writes
 * @cssprop --eyeline-color-accent - the brand's colour; the rest of the theme follows from it
 * @cssprop --eyeline-color-on-accent - text on the accent
 * @cssprop --eyeline-color-surface - what everything stands on
 * @cssprop --eyeline-color-text
 * @cssprop --eyeline-color-muted - text of less weight
 * @cssprop --eyeline-color-danger - what has failed
 * @cssprop --eyeline-color-success - what is well
 * @cssprop --eyeline-font - a list of font families
 * @cssprop --eyeline-radius - of the panel
 * @cssprop --eyeline-width - of the panel in the corner
 * @cssprop --eyeline-height - of the panel in the corner, and of one in the flow
 * @tagname eyeline-widget
 */
export class WidgetElement extends LitElement {
  static override styles = [tokens, base, buttons, widgetStyles];
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    open: { type: Boolean, reflect: true },
    label: {},
    theme: { reflect: true },
    position: { reflect: true },
    display: { reflect: true },
    testPicture: { type: Boolean, attribute: 'test-picture' },
    picture: {},
    modes: {},
    layout: { state: true },
    teaser: { state: true },
  };

  /** The visit that is shown, which ends with the widget; null shows that it is being loaded. */
  declare session: WidgetSession | null;
  /** Whether the panel is open. */
  declare open: boolean;
  /** The name of the round button; empty for the one of the language. */
  declare label: string;
  /** `auto` follows the device. */
  declare theme: 'auto' | 'light' | 'dark';
  /** The corner of the page. */
  declare position: 'right' | 'left';
  /** In the corner, in the flow of the page, or all of the page. */
  declare display: Display;
  /** Offers a moving test picture where there is no camera. */
  declare testPicture: boolean;
  /** What this side shows: its camera, or a moving test picture instead. */
  declare picture: Picture;
  /** Which of the entry point's ways to begin this page wants, as `video chat`; empty: all. With one there is no choice. */
  declare modes: string;
  declare layout: CallLayout;
  /** Draws what is new beside the button, once its code is there. */
  declare teaser: ((news: Teased) => unknown) | undefined;

  readonly #life = new SessionLife<WidgetSession>(this);
  readonly #visit = new ActorController(
    this,
    () => this.session?.actor,
    snapshot => {
      followServerClock(snapshot.context.availability?.now ?? 0);
      return {
        conversation: conversationOf(snapshot),
        title: snapshot.context.entryPoint?.title ?? '',
        isEnded: snapshot.matches({ serving: 'ended' }),
      };
    },
    sameFields,
  );
  readonly #conversation = new ActorController(
    this,
    () => this.#visit.value?.conversation,
    ({ context }) => {
      // At the moment at which the server has said it.
      followServerClock(context.serverNow);
      return context;
    },
  );
  readonly #scene = new ActorController(this, () => callOf(this.#visit.value?.conversation), callSceneOf);

  constructor() {
    super();
    this.session = null;
    this.open = false;
    this.label = '';
    this.theme = 'auto';
    this.position = 'right';
    this.display = 'corner';
    this.testPicture = false;
    this.picture = 'camera';
    this.modes = '';
    this.layout = 'stage';
    // The panel does not wait for what the page is told.
    import('./page-events.ts').then(it => new it.PageEvents(this, () => this.session), console.error);
    new VisibleViewport(this);
    this.addEventListener('keydown', this.#closeOnEscape);
  }

  override connectedCallback(): void {
    // What a router kept of an earlier page and brings back is a copy without a session.
    if (this.popover && !this.hasUpdated) {
      this.remove();
      return;
    }
    super.connectedCallback();
    // Above all of the page, whatever the page does with its body.
    this.popover = 'manual';
    if (this.isConnected && this.display !== 'inline') this.togglePopover?.(true);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('modes') || changed.has('session'))
      this.session?.actor.send({ type: 'limit', modes: this.modes.split(/[\s,]+/).filter(Boolean) });
    if (changed.has('open') && !this.open && isOnStage(this.#scene.value)) this.layout = 'corner';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('display') && !this.#isInCorner) import('./arrange.ts').then(it => it.arrange(this), console.error);
    // A page that comes with the widget opened keeps its cursor.
    if (changed.has('open') && changed.get('open') !== undefined && this.#isInCorner)
      this.focus({ preventScroll: true });
  }

  /**
   * Takes the widget off the page for good: camera and microphone first, then the call, then the connection. What was said is
   * there again when the visit goes on in another page or with another session.
   */
  destroy(): void {
    this.remove();
    this.#life.end();
  }

  /** Carries out a command; `send` and those below are the same as methods, `open`, `hidden` and listeners are the element's own. */
  async run<N extends CommandName>(command: N, ...args: Parameters<Commands[N]>): Promise<ReturnType<Commands[N]>> {
    const { runCommand } = await import('../commands/run-command.ts');
    return runCommand(this, command, ...args);
  }

  /** Begins a chat; what the form still lacks the customer is asked for. Resolves when the server has it. */
  startChat(values?: FormInput): Promise<StartedDetail> {
    return this.run('startChat', values);
  }

  /** Begins a call, or makes the conversation one. */
  startVideo(values?: FormInput): Promise<StartedDetail> {
    return this.run('startVideo', values);
  }

  /** Asks to be called. */
  requestCallback(values?: FormInput): Promise<StartedDetail> {
    return this.run('requestCallback', values);
  }

  /** Sends what the customer says. Resolves when the server has it. */
  send(text: string): Promise<{ readonly messageId: string }> {
    return this.run('send', text);
  }

  /** Who the customer is: by a `token` of your own server, which proves it, or by the page's word. Null forgets it. */
  identify(who: CustomerSaid | null): Promise<void> {
    return this.run('identify', who);
  }

  /** What else the agent and the rules of routing may know, by name; null takes one back. */
  setAttributes(attributes: AttributesSaid): Promise<void> {
    return this.run('setAttributes', attributes);
  }

  /** Ends the conversation. */
  end(): Promise<void> {
    return this.run('end');
  }

  /** Values that the form begins with. */
  prefill(values: FormInput): Promise<void> {
    return this.run('prefill', values);
  }

  /** Ends the conversation and forgets it, and what is known of the customer. */
  reset(): Promise<void> {
    return this.run('reset');
  }

  /** Puts the cursor into the panel, or on the round button while it is closed. */
  override focus(options?: FocusOptions): void {
    void this.#focusInside(options);
  }

  protected override render(): TemplateResult {
    const onStage = isOnStage(this.#scene.value);
    return html`
      ${this.open ? nothing : this.#closed(onStage)}
      ${
        this.open || onStage
          ? html`<eyeline-chat-panel part="panel" role="dialog" aria-label=${this.#visit.value?.title || this.#name}
              class=${this.open ? 'open' : 'call'} .actor=${this.session?.actor ?? null}
              .isCallOnly=${!this.open} .layout=${this.layout} .onLayout=${this.#takeLayout}
              .onClose=${this.#close} ?test-picture=${this.testPicture} .picture=${this.picture}></eyeline-chat-panel>`
          : nothing
      }
    `;
  }

  #closed(onStage: boolean): TemplateResult {
    const context = this.#conversation.value;
    const unread = context ? unreadOf(context) : [];
    const last = unread.at(-1);
    return html`
      ${context && this.teaser?.({ context, last, isInvited: this.#scene.value === 'invited', onStage, onShow: this.#show })}
      <button class="launcher" part="launcher" type="button" aria-expanded="false" title=${this.#name}
        aria-label=${last ? widget.withNews(this.#name, unread.length) : this.#name} @click=${this.#show}>
        ${icon(chatPath)}
        ${last ? html`<span class="badge" part="badge" aria-hidden="true">${unread.length}</span>` : nothing}
      </button>
    `;
  }

  get #isInCorner(): boolean {
    return this.display === 'corner';
  }

  get #name(): string {
    return this.label || widget.label;
  }

  async #focusInside(options?: FocusOptions): Promise<void> {
    await this.updateComplete;
    const panel = this.renderRoot.querySelector<ChatPanelElement>('eyeline-chat-panel.open');
    await panel?.updateComplete;
    const target = panel ?? this.renderRoot.querySelector<HTMLElement>('.launcher');
    target?.focus(options);
  }

  readonly #show = (): void => {
    this.open = true;
  };

  readonly #close = (): void => {
    this.open = false;
  };

  readonly #takeLayout = (layout: CallLayout): void => {
    this.layout = layout;
    if (layout === 'stage') this.open = true;
  };

  readonly #closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || isComposing(event) || document.fullscreenElement || !this.open || !this.#isInCorner)
      return;
    event.stopPropagation();
    this.open = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-widget': WidgetElement;
  }
}
