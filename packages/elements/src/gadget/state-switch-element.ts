import type { AgentActor } from '@eyeline/machines';
import type { Domain } from '@eyeline/protocol';
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { sameFields } from '../controller/same-fields.ts';
import { icon } from '../icons/icon.ts';
import { downPath } from '../icons/paths.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { isLeaving } from './agent-words.ts';
import { menuStyles } from './menu-styles.ts';

const domains: readonly { readonly domain: Domain; readonly label: string }[] = [
  { domain: 'chat', label: 'Chat' },
  { domain: 'video', label: 'Video' },
];

/** One button that turns an agent ready, for the domains they choose, or not ready, with the reason they give. */
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
  /** For which domains the next "Go ready" is meant. */
  declare chosen: readonly Domain[];

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
    this.chosen = domains.map(({ domain }) => domain);
  }

  override render(): TemplateResult | typeof nothing {
    const { agent, canAct = false } = this.#state.value ?? {};
    if (!agent) return nothing;
    return agent.state === 'ready' && !isLeaving(agent) ? this.#toNotReady(canAct) : this.#toReady(canAct);
  }

  #toReady(canAct: boolean) {
    const isPossible = canAct && this.chosen.length > 0;
    return html`
      <button class="button primary with-more" type="button" aria-disabled=${isPossible ? nothing : 'true'}
        @click=${this.#goReady}>Go ready</button>
      <button class="button primary more" type="button" popovertarget="domains" aria-label="Ready for what?"
        title="Ready for what?">${icon(downPath)}</button>
      <div class="menu to-start" id="domains" popover role="group" aria-label="Ready for">
        <p class="title">Ready for</p>
        ${domains.map(
          ({ domain, label }) => html`<label class="item">
            <input type="checkbox" .checked=${this.chosen.includes(domain)} @change=${() => this.#choose(domain)} />${label}
          </label>`,
        )}
        ${this.chosen.length > 0 ? nothing : html`<p class="title" role="alert">Choose at least one.</p>`}
      </div>
    `;
  }

  #toNotReady(canAct: boolean) {
    const reasons = this.#state.value?.reasons ?? [];
    return html`
      <button class="button opens" type="button" popovertarget="reasons" aria-haspopup="true" ?disabled=${!canAct}>
        Go not ready ${icon(downPath)}
      </button>
      <div class="menu to-start" id="reasons" popover role="group" aria-label="Reason">
        <p class="title">Why?</p>
        ${reasons.map(
          ({ code, label }) =>
            html`<button class="item" type="button" popovertarget="reasons" popovertargetaction="hide"
              @click=${() => this.actor?.send({ type: 'go-not-ready', reason: code })}>${label}</button>`,
        )}
      </div>
    `;
  }

  #goReady(): void {
    if (!this.#state.value?.canAct || this.chosen.length === 0) return;
    this.actor?.send({ type: 'go-ready', domains: [...this.chosen] });
  }

  #choose(domain: Domain): void {
    const isChosen = this.chosen.includes(domain);
    this.chosen = domains
      .map(one => one.domain)
      .filter(one => (one === domain ? !isChosen : this.chosen.includes(one)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-state-switch': StateSwitchElement;
  }
}
