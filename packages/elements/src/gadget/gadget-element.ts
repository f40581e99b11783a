import type { AgentActor, CustomerHistory, Doctor, DoctorFindings, Picture } from '@eyeline/machines';
import type { Failure, InteractionId, TaskId } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ActorController } from '../controller/actor-controller.ts';
import { ConnectionController } from '../controller/connection-controller.ts';
import { followServerClock } from '../controller/page-clock.ts';
import { sameFields } from '../controller/same-fields.ts';
import { SessionLife, type SessionWithLife } from '../controller/session-life.ts';
import { icon } from '../icons/icon.ts';
import { closePath, offlinePath, warningPath } from '../icons/paths.ts';
import { connectionNotice } from '../parts/connection-notice.ts';
import { desk } from '../sentences/desk.ts';
import { deskList } from '../sentences/desk-list.ts';
import { language, sentenceOf } from '../sentences/language.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { tokens } from '../theme/tokens.ts';
import type { DeskCheckElement } from './desk-check-element.ts';
import { DeskEvents } from './desk-events.ts';
import { DeskReach } from './desk-reach.ts';
import { DeskSounds } from './desk-sounds.ts';
import { emptyDesk } from './empty-desk.ts';
import { gadgetStyles } from './gadget-styles.ts';
import type { InviteElement } from './invite-element.ts';
import { offerAnnouncement } from './offer-announcement.ts';
import { selectDesk } from './select-desk.ts';
import { ServerClock } from './server-clock.ts';
import type { SignInElement } from './sign-in-element.ts';

/** Below this width a desk shows one thing at a time; the same figure stands in the styles. */
const narrowPx = 640;

/** What the desk needs of a session: `createAgentSession` of `@eyeline/sdk` makes one. */
export interface GadgetSession extends SessionWithLife {
  readonly actor: AgentActor;
  /** Looks whether a call would work from here; left out, the desk does not offer that. */
  readonly doctor?: Doctor | undefined;
  /** Earlier conversations of the customer in this one; left out, the desk shows none. */
  readonly historyOf?: ((interactionId: InteractionId) => CustomerHistory) | undefined;
}

/**
 * The agent's desk. Give it a session, as `createAgentSession` of `@eyeline/sdk` makes it; the session ends with the desk,
 * and goes on when the desk is moved in the page.
 *
 * @slot sign-in - shown below the sign-in form
 * @fires {CustomEvent<null>} eyeline-call-started - the pictures of a call are there
 * @fires {CustomEvent<CallEndedDetail>} eyeline-call-ended - detail.reason says how
 * @fires {CustomEvent<ErrorDetail>} eyeline-error - detail.code and detail.message, a sentence that says what to do
 * @cssprop --eyeline-color-accent - the brand's colour; the rest of the theme follows from it
 * @cssprop --eyeline-color-on-accent - text on the accent
 * @cssprop --eyeline-color-surface - what everything stands on
 * @cssprop --eyeline-color-text
 * @cssprop --eyeline-color-muted - text of less weight
 * @cssprop --eyeline-color-danger - what has failed
 * @cssprop --eyeline-color-success - what is well
 * @cssprop --eyeline-font - a list of font families
 * @tagname eyeline-gadget
 */
export class GadgetElement extends LitElement {
  static override styles = [tokens, base, buttons, gadgetStyles];
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    theme: { reflect: true },
    testPicture: { type: Boolean, attribute: 'test-picture' },
    picture: {},
    pane: { state: true },
    isNarrow: { state: true },
    news: { state: true },
    findings: { state: true },
  };

  /** The agent's session; null shows nothing. */
  declare session: GadgetSession | null;
  /** `auto` follows the device. */
  declare theme: 'auto' | 'light' | 'dark';
  /** Offers a moving test picture where there is no camera. */
  declare testPicture: boolean;
  /** What this side shows: its camera, or a moving test picture instead. */
  declare picture: Picture;
  /** What a narrow desk shows: one thing at a time. */
  declare pane: 'list' | 'conversation';
  declare isNarrow: boolean;
  /** How much of each conversation has not been seen. */
  declare news: ReadonlyMap<TaskId, number>;
  /** What the agent found last; it is kept with the calls that come after it. */
  declare findings: DoctorFindings | null;

  readonly #life = new SessionLife<GadgetSession>(this);
  readonly #clock = new ServerClock();
  readonly #sounds = new DeskSounds();
  readonly #reach = new DeskReach(this, this.#sounds);
  readonly #state = new ActorController(this, () => this.session?.actor, selectDesk, sameFields);
  readonly #sizes = new ResizeObserver(() => {
    this.isNarrow = this.offsetWidth < narrowPx;
  });
  readonly #connection = new ConnectionController(this, () => {
    const { stage } = this.#state.value ?? {};
    return stage === 'at-desk' || (stage === 'returning' ? false : undefined);
  });
  #rings: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.session = null;
    this.theme = 'auto';
    this.testPicture = false;
    this.picture = 'camera';
    this.pane = 'conversation';
    this.isNarrow = false;
    this.news = new Map();
    this.findings = null;
    this.addController(new DeskEvents(this, () => this.session?.actor));
    for (const type of ['pointerdown', 'keydown']) this.addEventListener(type, () => this.#sounds.wake());
  }

  /** Takes the desk off the page for good: cameras first, then the calls, then the connection. The agent stays signed in. */
  destroy(): void {
    this.remove();
    this.#life.end();
  }

  /** Puts a user name and a password into the sign-in form; the agent still presses the button. */
  fillSignIn(username: string, password: string): void {
    this.renderRoot.querySelector<SignInElement>('eyeline-sign-in')?.fill(username, password);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#ring(false);
  }

  override willUpdate(): void {
    this.#clock.follow(this.#state.value?.notifiedAt ?? 0);
    followServerClock(this.#state.value?.notifiedAt ?? 0);
  }

  override updated(): void {
    const { offers = [], tasks = [] } = this.#state.value ?? {};
    this.#ring(offers.length > 0);
    const unread = tasks.reduce((sum, { taskId }) => sum + (this.news.get(taskId) ?? 0), 0);
    this.#reach.follow({ offers, tasks, unread });
  }

  override render(): TemplateResult {
    return html`<div class="gadget" lang=${language.tag} dir=${language.dir}>${this.#stage()}</div>`;
  }

  #stage() {
    const actor = this.session?.actor;
    const state = this.#state.value;
    if (!actor || !state) return nothing;
    switch (state.stage) {
      case 'signed-out':
        return html`<eyeline-sign-in .actor=${actor}><slot name="sign-in"></slot></eyeline-sign-in>`;
      case 'unavailable':
        return html`<div class="alone" role="alert">
          ${icon(warningPath)}<p>${state.failure ? sentenceOf(state.failure) : desk.unavailable}</p>
          <button class="button" type="button" @click=${() => location.reload()}>${desk.reload}</button>
        </div>`;
      case 'connecting':
        return html`<div class="alone" role="status">${icon(offlinePath)}<p>${state.obstacle ? sentenceOf(state.obstacle) : desk.connecting}</p></div>`;
      default:
        return this.#desk(actor);
    }
  }

  #desk(actor: AgentActor) {
    const {
      offers = [],
      tasks = [],
      consults = [],
      invitations = [],
      inviting,
      selected,
      listed = [],
      failure,
      obstacle,
      agent,
      stage,
    } = this.#state.value ?? {};
    const pane = tasks.length > 0 ? this.pane : listed.length > 0 ? 'list' : 'conversation';
    const isListInFront = pane === 'list' && this.isNarrow;
    const inFront = isListInFront ? null : selected;
    const newsBeside = (taskId: TaskId) =>
      tasks.reduce((sum, one) => (one.taskId === taskId ? sum : sum + (this.news.get(one.taskId) ?? 0)), 0);
    return html`
      <eyeline-state-bar .actor=${actor} .clock=${this.#clock} .sounds=${this.#sounds} .reach=${this.#reach}
        .onInvite=${inviting ? () => this.#invite(null) : null} .onCheck=${this.session?.doctor ? this.#check : null}></eyeline-state-bar>
      <eyeline-desk-check .doctor=${this.session?.doctor ?? null} .onExamined=${this.#keepFindings}></eyeline-desk-check>
      <eyeline-invite .actor=${actor} .clock=${this.#clock}></eyeline-invite>
      ${connectionNotice(this.#connection.news, obstacle)}
      <div role="alert">${failure ? this.#failure(actor, failure) : nothing}</div>
      <div class="desk" data-pane=${pane}>
        ${
          tasks.length + listed.length === 0
            ? nothing
            : html`<nav aria-label=${deskList.conversations}>
                <div @click=${() => this.#turnTo('conversation')}>
                  ${repeat(
                    tasks,
                    task => task.taskId,
                    task => html`<eyeline-task-item .actor=${actor} .task=${task} .isSelected=${task.taskId === inFront}
                      .onNews=${(count: number) => this.#noteNews(task.taskId, count)} .consult=${consults.findLast(one => one.taskId === task.taskId) ?? null} .sounds=${this.#sounds}></eyeline-task-item>`,
                  )}
                </div>
                <eyeline-pull-list .actor=${actor} .clock=${this.#clock}
                  .onPick=${() => this.#turnTo('conversation')}></eyeline-pull-list>
              </nav>`
        }
        ${
          tasks.length === 0
            ? emptyDesk(
                stage === 'at-desk' ? (agent?.state === 'ready' ? 'ready' : 'not-ready') : 'offline',
                offers.length > 0,
                {
                  isAwaiting: invitations.some(one => one.state === 'sent' || one.state === 'sending'),
                  onInvite: inviting ? () => this.#invite(null) : null,
                },
              )
            : html`
              ${repeat(
                tasks,
                task => task.taskId,
                task =>
                  task.consult
                    ? html`<eyeline-consulted ?hidden=${task.taskId !== selected} .actor=${actor} .task=${task} .newsBeside=${newsBeside(task.taskId)}
                        .onBack=${() => this.#turnTo('list')}></eyeline-consulted>`
                    : html`<eyeline-desk-conversation .isInFront=${task.taskId === inFront} .actor=${actor} .task=${task} .newsBeside=${newsBeside(task.taskId)}
                        .consult=${consults.findLast(one => one.taskId === task.taskId) ?? null} .sounds=${this.#sounds}
                        .findings=${this.findings} .testPicture=${this.testPicture} .picture=${this.picture} .onBack=${() => this.#turnTo('list')}
                        .onReturn=${() => this.#show(actor, task.taskId)}
                        .isInvited=${invitations.some(one => one.interactionId === task.interactionId)}
                        .onInvite=${inviting ? this.#invite : null}></eyeline-desk-conversation>`,
              )}
              ${tasks
                .filter(task => task.taskId === selected)
                .map(
                  task =>
                    html`<eyeline-customer-panel .task=${task} .historyOf=${this.session?.historyOf ?? null}></eyeline-customer-panel>`,
                )}
            `
        }
        <div class="offers ${tasks.length === 0 ? 'centred' : ''}">
          ${repeat(
            offers,
            offer => offer.offerId,
            offer => html`<eyeline-offer-card .actor=${actor} .offer=${offer}></eyeline-offer-card>`,
          )}
        </div>
      </div>
      <p class="heard" aria-live="assertive">${offers.map(offerAnnouncement).join(' ')}</p>
    `;
  }

  readonly #invite = (into: InteractionId | null): void =>
    this.renderRoot.querySelector<InviteElement>('eyeline-invite')?.show(into);

  readonly #check = (): void => this.renderRoot.querySelector<DeskCheckElement>('eyeline-desk-check')?.show();

  readonly #keepFindings = (findings: DoctorFindings): void => {
    this.findings = findings;
  };

  #failure(actor: AgentActor, failure: Failure) {
    return html`<p class="banner failed">
      ${icon(warningPath)}<span>${sentenceOf(failure)}</span>
      <button class="button quiet round" type="button" aria-label=${desk.dismiss} title=${desk.dismiss}
        @click=${() => actor.send({ type: 'dismiss-failure' })}>${icon(closePath)}</button>
    </p>`;
  }

  #noteNews(taskId: TaskId, count: number): void {
    this.news = new Map(this.news).set(taskId, count);
  }

  #turnTo(pane: 'list' | 'conversation'): void {
    this.pane = pane;
  }

  #show(actor: AgentActor, taskId: TaskId): void {
    actor.send({ type: 'select', taskId });
    this.#turnTo('conversation');
  }

  /** An open offer is heard again every few seconds, until somebody answers it. */
  #ring(isOpen: boolean): void {
    if (isOpen === (this.#rings !== undefined)) return;
    clearInterval(this.#rings);
    this.#rings = undefined;
    if (!isOpen) return;
    this.#sounds.play('offer');
    this.#rings = setInterval(() => this.#sounds.play('offer'), 4000);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-gadget': GadgetElement;
  }
}
