import type { AgentActor, DeskTask } from '@eyeline/machines';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { ClockController } from '../controller/clock-controller.ts';
import { sameFields } from '../controller/same-fields.ts';
import { icon, wayIcon } from '../icons/icon.ts';
import { leavePath, videoPath } from '../icons/paths.ts';
import { avatar, avatars } from '../parts/avatar.ts';
import { sentence } from '../parts/isolate.ts';
import { menuToggled } from '../parts/menu-toggled.ts';
import { stopwatch } from '../parts/moment.ts';
import { deskInvite } from '../sentences/desk-invite.ts';
import { deskReach } from '../sentences/desk-reach.ts';
import { deskState } from '../sentences/desk-state.ts';
import { base } from '../theme/base.ts';
import { menuStyles } from '../theme/menu-styles.ts';
import { agentWords } from './agent-words.ts';
import { linkPath } from './desk-paths.ts';
import type { DeskReach } from './desk-reach.ts';
import type { DeskSounds } from './desk-sounds.ts';
import { domainMenu, domainMenuStyles } from './domain-menu.ts';
import type { ServerClock } from './server-clock.ts';
import { stateBarStyles } from './state-bar-styles.ts';
import { stateSign, stateSigns } from './state-sign.ts';

/**
 * State and time in state always at the same corner; what changes it, and the agent, at the other.
 *
 * @tagname eyeline-state-bar
 */
export class StateBarElement extends LitElement {
  static override styles = [base, avatars, stateSigns, menuStyles, domainMenuStyles, stateBarStyles];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    clock: { attribute: false },
    sounds: { attribute: false },
    reach: { attribute: false },
    onInvite: { attribute: false },
    onCheck: { attribute: false },
  };

  declare actor: AgentActor | null;
  declare clock: ServerClock | null;
  declare sounds: DeskSounds | null;
  /** How the agent is told who looks elsewhere. */
  declare reach: DeskReach | null;
  /** The agent wants to send a link; null where that is not offered. */
  declare onInvite: (() => void) | null;
  /** The agent wants to know whether a call would work; null where nothing can tell. */
  declare onCheck: (() => void) | null;

  readonly #tick = new ClockController(this, 1000);
  readonly #state = new ActorController(
    this,
    () => this.actor,
    snapshot => {
      const { agent, tasks, offers, notReadyReasons } = snapshot.context;
      return { agent, tasks, offers, reasons: notReadyReasons, isOnline: snapshot.matches('at-desk') };
    },
    sameFields,
  );

  constructor() {
    super();
    this.actor = null;
    this.clock = null;
    this.sounds = null;
    this.reach = null;
    this.onInvite = null;
    this.onCheck = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { agent, tasks = [], offers = [], reasons = [], isOnline = false } = this.#state.value ?? {};
    if (!agent) return nothing;
    const isAsked = offers.some(({ consult }) => consult);
    const isRinging = tasks.some(rings);
    const { tone, label, detail } = agentWords(agent, { reasons, tasks, isAsked, isRinging, isOnline });
    const now = this.clock?.now ?? this.#tick.now;
    return html`
      <section class=${tone} aria-label=${deskState.yourState}>
        ${stateSign(tone)}
        <div class="state">
          <strong role="status">${label}</strong>
          <p class="muted" title=${detail || nothing}>
            ${isOnline ? html`<time title=${deskState.timeInState}>${stopwatch(now - agent.since)}</time>` : nothing}
            <span role="status">${sentence(detail)}</span>
          </p>
        </div>
        <div class="work">
          ${isOnline ? domainMenu(agent) : nothing}
          <eyeline-state-switch .actor=${this.actor}></eyeline-state-switch>
        </div>
        <button class="agent" type="button" popovertarget="account" aria-haspopup="true"
          title=${agent.name}>
          ${avatar(agent.name)}<span class="heard">${deskState.you} </span><span class="name" dir="auto">${agent.name}</span>
        </button>
        <div class="menu to-start" id="account" popover @toggle=${menuToggled} role="group" aria-label=${agent.name}>
          <p class="title" dir="auto">${agent.name}</p>
          <label class="item">
            <input type="checkbox" .checked=${this.sounds?.isOn ?? false} @change=${this.#switchSounds} />${deskState.sounds}
          </label>
          ${
            this.reach?.canNotify
              ? html`<label class="item">
                  <input type="checkbox" .checked=${this.reach.isNotifying} @change=${this.#switchNotices} />${deskReach.notifications}
                </label>`
              : nothing
          }
          ${
            this.onInvite && isOnline
              ? html`<button class="item" type="button" popovertarget="account" popovertargetaction="hide" @click=${() => this.onInvite?.()}>
                  ${icon(linkPath)}${deskInvite.send}
                </button>`
              : nothing
          }
          ${
            this.onCheck
              ? html`<button class="item" type="button" popovertarget="account" popovertargetaction="hide" @click=${() => this.onCheck?.()}>
                  ${icon(videoPath)}${deskState.check}
                </button>`
              : nothing
          }
          <hr class="rule" />
          <button class="item" type="button" @click=${() => this.actor?.send({ type: 'sign-out' })}>
            ${wayIcon(leavePath)}${deskState.signOut}
          </button>
        </div>
      </section>
    `;
  }

  async #switchNotices({ target }: Event): Promise<void> {
    if (!(target instanceof HTMLInputElement) || !this.reach) return;
    await this.reach.switch(target.checked);
    // The browser's answer decides.
    target.checked = this.reach.isNotifying;
    this.requestUpdate();
  }

  #switchSounds({ target }: Event): void {
    if (!(target instanceof HTMLInputElement) || !this.sounds) return;
    const isOn = target.checked;
    this.sounds.switch(isOn);
  }
}

const rings = ({ conversation }: DeskTask): boolean =>
  conversation.getSnapshot().context.interaction.call?.state === 'proposed';

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-state-bar': StateBarElement;
  }
}
