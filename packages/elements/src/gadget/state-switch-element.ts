import type { AgentActor } from '@eyeline/machines';
import type { AgentStatus, Domain } from '@eyeline/protocol';
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { DeskController } from '../controller/desk-controller.ts';
import { sameFields } from '../controller/same-fields.ts';
import { icon } from '../icons/icon.ts';
import { downPath } from '../icons/paths.ts';
import { menuToggled } from '../parts/menu-toggled.ts';
import { deskState } from '../sentences/desk-state.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { menuStyles } from '../theme/menu-styles.ts';
import { isLeaving } from './agent-words.ts';
import { domainsOf } from './domain-words.ts';

/**
 * One button that turns an agent ready, for the domains they choose, or not ready, with the reason they give.
 *
 * @tagname eyeline-state-switch
 */
export class StateSwitchElement extends LitElement {
  static override styles = [
    base,
    buttons,
    menuStyles,
    css`
      :host {
        display: flex;
      }

      .button {
        padding-block: 4px;
        white-space: nowrap;
      }

      /* One arrow is enough: the other button's is beside it. */
      .with-more .icon {
        display: none;
      }

      @container (width < 480px) {
        .opens .icon {
          display: none;
        }

        .button {
          padding-inline: 10px;
        }
      }

      .button.with-more {
        border-start-end-radius: 0;
        border-end-end-radius: 0;
        padding-inline-end: 12px;
      }

      .button.more {
        min-width: var(--_target);
        margin-inline-start: 1px;
        padding-inline: 4px;
        border-start-start-radius: 0;
        border-end-start-radius: 0;
      }
    `,
  ];
  static override properties: PropertyDeclarations = { actor: { attribute: false }, chosen: { state: true } };

  declare actor: AgentActor | null;
  /** For which domains the next "Go ready" is meant; null for all that the agent can do. */
  declare chosen: readonly Domain[] | null;

  readonly #desk = new DeskController(this, () => this.actor);
  readonly #state = new ActorController(
    this,
    () => this.actor,
    snapshot => ({
      agent: snapshot.context.agent,
      reasons: snapshot.context.notReadyReasons,
      canAct: snapshot.matches('at-desk'),
    }),
    sameFields,
  );

  constructor() {
    super();
    this.actor = null;
    this.chosen = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { agent, canAct = false } = this.#state.value ?? {};
    if (!agent) return nothing;
    return agent.state === 'ready' && !isLeaving(agent) ? this.#toNotReady(agent, canAct) : this.#toReady(agent);
  }

  #toReady(agent: AgentStatus) {
    const chosen = this.#chosenOf(agent);
    const isPossible = chosen.length > 0 && this.#desk.can({ type: 'go-ready', domains: [...chosen] });
    const hasMore = domainsOf(agent).length > 1;
    return html`
      <button class="button primary ${hasMore ? 'with-more' : ''}" type="button" aria-disabled=${isPossible ? nothing : 'true'}
        @click=${() => this.#goReady(chosen)}>${deskState.goReady}</button>
      ${hasMore ? this.#more(agent, chosen, 'primary') : nothing}
    `;
  }

  /** What the agent is ready for. Who is ready changes it at once, who is not changes what comes next. */
  #more(agent: AgentStatus, chosen: readonly Domain[], look: string) {
    return html`
      <button class="button more ${look}" type="button" popovertarget="domains" aria-label=${deskState.readyForWhat}
        title=${deskState.readyForWhat}>${icon(downPath)}</button>
      <div class="menu to-start" id="domains" popover @toggle=${menuToggled} role="group" aria-label=${deskState.readyForTitle}>
        <p class="title">${deskState.readyForTitle}</p>
        ${domainsOf(agent).map(
          domain => html`<label class="item">
            <input type="checkbox" .checked=${chosen.includes(domain)}
              @change=${(event: Event) => this.#choose(event, agent, domain)} />${deskState.domains[domain]}
          </label>`,
        )}
        ${chosen.length > 0 ? nothing : html`<p class="title" role="alert">${deskState.chooseOne}</p>`}
      </div>
    `;
  }

  #toNotReady(agent: AgentStatus, canAct: boolean) {
    const reasons = this.#state.value?.reasons ?? [];
    const ready = domainsOf(agent).filter(domain => agent.domains[domain] !== 'not-ready');
    const hasMore = domainsOf(agent).length > 1;
    return html`
      <button class="button opens ${hasMore ? 'with-more' : ''}" type="button" popovertarget="reasons" aria-haspopup="true" ?disabled=${!canAct}>
        ${deskState.goNotReady} ${icon(downPath)}
      </button>
      <div class="menu to-start" id="reasons" popover @toggle=${menuToggled} role="group" aria-label=${deskState.reason}>
        <p class="title">${deskState.why}</p>
        ${reasons.map(
          ({ code, label }) =>
            html`<button class="item" type="button" popovertarget="reasons" popovertargetaction="hide"
              @click=${() => this.actor?.send({ type: 'go-not-ready', reason: code })}>${label}</button>`,
        )}
      </div>
      ${hasMore ? this.#more(agent, ready, '') : nothing}
    `;
  }

  #chosenOf(agent: AgentStatus): readonly Domain[] {
    const able = domainsOf(agent);
    return this.chosen ? able.filter(domain => this.chosen?.includes(domain)) : able;
  }

  #goReady(chosen: readonly Domain[]): void {
    if (chosen.length > 0) this.actor?.send({ type: 'go-ready', domains: [...chosen] });
  }

  #choose({ target }: Event, agent: AgentStatus, domain: Domain): void {
    const isReady = agent.state === 'ready' && !isLeaving(agent);
    const before = isReady ? domainsOf(agent).filter(one => agent.domains[one] !== 'not-ready') : this.#chosenOf(agent);
    const isChosen = before.includes(domain);
    const chosen = domainsOf(agent).filter(one => (one === domain ? !isChosen : before.includes(one)));
    // Ready for nothing is not ready, and that has its own button with its reasons.
    if (isReady && chosen.length === 0) {
      if (target instanceof HTMLInputElement) target.checked = true;
      return;
    }
    this.chosen = chosen;
    if (isReady) this.#goReady(chosen);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-state-switch': StateSwitchElement;
  }
}
