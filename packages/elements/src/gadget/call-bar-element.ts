import { type DeskTask, selectCallControls } from '@eyeline/machines';
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { ClockController } from '../controller/clock-controller.ts';
import { callButtons } from '../parts/call-buttons.ts';
import { callSceneOf, isOnStage } from '../parts/call-scene.ts';
import { stopwatch } from '../parts/moment.ts';
import { peerName } from '../parts/peer.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';

/** A call that goes on while its pictures are out of sight: who, how long, and the way to end it. */
export class CallBarElement extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        color: var(--_on-stage);
        color-scheme: dark;
      }

      section {
        display: flex;
        gap: 8px;
        align-items: center;
        padding: 6px 12px;
        background: var(--_stage);
      }

      .who {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        padding: 4px 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        font-weight: 600;
        text-align: start;
        text-overflow: ellipsis;
        white-space: nowrap;
        cursor: pointer;
      }

      .who:hover {
        text-decoration: underline;
      }

      time {
        font-variant-numeric: tabular-nums;
      }

      .button {
        border-color: transparent;
        background: rgb(58 63 73);
        color: var(--_on-stage);
      }

      .button.danger {
        background: var(--_hang-up);
      }

      .button.source[aria-pressed='false'] {
        background: #ffffff;
        color: #15181e;
      }

      :focus-visible {
        outline-color: #ffffff;
      }
    `,
  ];
  static override properties: PropertyDeclarations = { task: { attribute: false }, onReturn: { attribute: false } };

  declare task: DeskTask | null;
  /** The agent wants to see the call. */
  declare onReturn: (() => void) | null;

  readonly #clock = new ClockController(this, 1000);
  readonly #conversation = new ActorController(
    this,
    () => this.task?.conversation,
    snapshot => snapshot.context,
  );
  readonly #call = new ActorController(
    this,
    () => this.task?.conversation.getSnapshot().children.call,
    snapshot => snapshot,
  );

  constructor() {
    super();
    this.task = null;
    this.onReturn = null;
  }

  override render(): TemplateResult | typeof nothing {
    const snapshot = this.#call.value;
    const context = this.#conversation.value;
    const call = this.task?.conversation.getSnapshot().children.call;
    if (!snapshot || !context || !call || !isOnStage(callSceneOf(snapshot))) return nothing;
    const { camera, microphone } = snapshot.context;
    const { canToggle, canHangUp } = selectCallControls(snapshot, context);
    const since = context.interaction.call?.since;
    return html`
      <section aria-label="Call in progress">
        <button class="who" type="button" @click=${() => this.onReturn?.()}>
          ${peerName(context)} <time>${since ? stopwatch(this.#clock.now - since) : nothing}</time>
        </button>
        ${callButtons({ call, camera, microphone, canToggle, canHangUp })}
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-call-bar': CallBarElement;
  }
}
