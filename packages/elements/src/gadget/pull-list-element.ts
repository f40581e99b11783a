import type { AgentActor } from '@eyeline/machines';
import type { ListedTask, TaskId } from '@eyeline/protocol';
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ActorController } from '../controller/actor-controller.ts';
import { ClockController } from '../controller/clock-controller.ts';
import { DeskController } from '../controller/desk-controller.ts';
import { sameFields } from '../controller/same-fields.ts';
import { isolate } from '../parts/isolate.ts';
import { spanOf } from '../parts/moment.ts';
import { desk } from '../sentences/desk.ts';
import { deskList } from '../sentences/desk-list.ts';
import { deskState } from '../sentences/desk-state.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import type { ServerClock } from './server-clock.ts';

const minute = 60_000;

/** So many are drawn; who is further down is served later anyhow. */
const drawn = 50;

/**
 * What waits and may be picked by hand, in the order of serving.
 *
 * @tagname eyeline-pull-list
 */
export class PullListElement extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }

      h2 {
        padding: 8px 12px 4px;
        color: var(--_muted);
        font-size: var(--_size-body);
        line-height: 20px;
      }

      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 8px;
        align-items: center;
        padding: 6px;
        padding-inline-start: 12px;
        border-radius: var(--_radius-control);
      }

      li:hover {
        background: var(--_raised);
      }

      .name,
      .muted {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .name {
        font-weight: 600;
      }

      .muted {
        font-variant-numeric: tabular-nums;
      }

      .button {
        grid-row: 1 / 3;
        grid-column: 2;
        padding: 4px 12px;
      }

      .rest {
        padding: 4px 12px;
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    clock: { attribute: false },
    onPick: { attribute: false },
  };

  declare actor: AgentActor | null;
  declare clock: ServerClock | null;
  /** The agent took one. */
  declare onPick: (() => void) | null;

  readonly #tick = new ClockController(this, 5000);
  readonly #desk = new DeskController(this, () => this.actor);
  readonly #state = new ActorController(
    this,
    () => this.actor,
    snapshot => ({
      listed: snapshot.context.listed,
    }),
    sameFields,
  );

  constructor() {
    super();
    this.actor = null;
    this.clock = null;
    this.onPick = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { listed = [] } = this.#state.value ?? {};
    if (listed.length === 0) return nothing;
    return html`
      <section aria-label=${deskList.waiting}>
        <h2>${deskList.waitingCount(listed.length)}</h2>
        <ul>
          ${repeat(
            listed.slice(0, drawn),
            task => task.taskId,
            task => this.#task(task),
          )}
        </ul>
        ${listed.length > drawn ? html`<p class="muted rest">${deskList.moreWaiting(listed.length - drawn)}</p>` : nothing}
      </section>
    `;
  }

  #task({ taskId, customerName, queue, domain, requestedAt }: ListedTask): TemplateResult {
    const name = customerName || desk.somebody;
    const waitedMs = (this.clock?.now ?? this.#tick.now) - requestedAt;
    const waited = spanOf(waitedMs < minute ? waitedMs : Math.floor(waitedMs / minute) * minute);
    const isPossible = this.#desk.can({ type: 'pick', taskId });
    return html`<li>
      <span class="name" dir="auto" title=${name}>${name}</span>
      <span class="muted" title=${deskList.waits(deskState.domains[domain], isolate(queue), isolate(waited))}>${deskState.domains[domain]} · ${waited}${queue ? html` · <bdi>${queue}</bdi>` : nothing}</span>
      <button class="button" type="button" aria-disabled=${isPossible ? nothing : 'true'}
        @click=${() => this.#pick(taskId)}>${deskList.pick}<span class="heard"> <bdi>${name}</bdi></span></button>
    </li>`;
  }

  #pick(taskId: TaskId): void {
    if (!this.#desk.can({ type: 'pick', taskId })) return;
    this.actor?.send({ type: 'dismiss-failure' });
    this.actor?.send({ type: 'pick', taskId });
    this.onPick?.();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-pull-list': PullListElement;
  }
}
