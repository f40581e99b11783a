import type { AgentActor, DeskTask } from '@eyeline/machines';
import type { Target } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { DeskController } from '../controller/desk-controller.ts';
import { sameFields } from '../controller/same-fields.ts';
import { icon } from '../icons/icon.ts';
import { closePath } from '../icons/paths.ts';
import { avatars } from '../parts/avatar.ts';
import { isComposing } from '../parts/is-composing.ts';
import { desk } from '../sentences/desk.ts';
import { deskTargets } from '../sentences/desk-targets.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { fields } from '../theme/fields.ts';
import { addressOf, targetLine, targetsNamed } from './target-line.ts';
import { transferStyles } from './transfer-styles.ts';

/**
 * To whom a task is handed over: agents and queues with how things stand there, found by typing a part of the name.
 *
 * @tagname eyeline-transfer
 */
export class TransferElement extends LitElement {
  static override styles = [base, buttons, avatars, fields, transferStyles];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    task: { attribute: false },
    wanted: { state: true },
  };

  declare actor: AgentActor | null;
  declare task: DeskTask | null;
  /** What was typed into the search. */
  declare wanted: string;

  readonly #desk = new DeskController(this, () => this.actor);
  readonly #state = new ActorController(
    this,
    () => this.actor,
    snapshot => ({ transfer: snapshot.context.transfer, canAct: snapshot.matches('at-desk') }),
    sameFields,
  );

  constructor() {
    super();
    this.actor = null;
    this.task = null;
    this.wanted = '';
  }

  /** Asks where the task may go, and shows it. */
  show(): void {
    if (!this.task || !this.#state.value?.canAct) return;
    this.wanted = '';
    this.actor?.send({ type: 'list-targets', taskId: this.task.taskId, purpose: 'transfer' });
    this.#dialog?.showModal();
    this.renderRoot.querySelector<HTMLElement>('#wanted')?.focus();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  get #targets(): readonly Target[] | null {
    const { transfer } = this.#state.value ?? {};
    if (!transfer?.targets || transfer.taskId !== this.task?.taskId || transfer.purpose !== 'transfer') return null;
    return targetsNamed(transfer.targets, this.wanted);
  }

  override updated(): void {
    // The connection broke, or the task is gone: there is nothing to hand over now.
    if (this.#dialog?.open && !this.#state.value?.canAct) this.#close();
  }

  override render(): TemplateResult {
    const targets = this.#targets;
    return html`
      <dialog aria-labelledby="title" @keydown=${this.#move}>
        <header>
          <h2 id="title">${deskTargets.handOverTo}</h2>
          <button class="button round quiet" type="button" aria-label=${desk.close} title=${desk.close} @click=${this.#close}>
            ${icon(closePath)}
          </button>
        </header>
        <div class="field search">
          <label class="heard" for="wanted">${deskTargets.search}</label>
          <input id="wanted" type="search" placeholder=${deskTargets.searchHint} autocomplete="off" .value=${this.wanted}
            @input=${this.#search} />
        </div>
        ${targets ? this.#list(targets) : html`<p class="none muted" role="status">${deskTargets.looking}</p>`}
      </dialog>
    `;
  }

  #list(targets: readonly Target[]): TemplateResult {
    return html`
      <p class="heard" role="status">${deskTargets.found(targets.length)}</p>
      ${targets.length > 0 ? nothing : html`<p class="none muted">${deskTargets.nobodyToTakeIt}</p>`}
      <ul>
        ${targets.map(
          target => html`<li>
            <button class="target" type="button" @click=${() => this.#handOver(target)}>
              ${targetLine(target)}
            </button>
          </li>`,
        )}
      </ul>
    `;
  }

  #handOver(target: Target): void {
    if (!this.task) return;
    const intent = { type: 'transfer', taskId: this.task.taskId, to: addressOf(target) } as const;
    if (!this.#desk.can(intent)) return;
    this.actor?.send({ type: 'dismiss-failure' });
    this.actor?.send(intent);
    this.#close();
  }

  readonly #close = (): void => {
    this.#dialog?.close();
  };

  readonly #search = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.wanted = target.value;
  };

  /** Up and down go through the list, Enter in the search takes its first line. */
  readonly #move = (event: KeyboardEvent): void => {
    const stops = [...this.renderRoot.querySelectorAll<HTMLElement>('#wanted, .target')];
    const at = stops.indexOf(this.shadowRoot?.activeElement as HTMLElement);
    if (event.key === 'Enter' && at === 0 && !isComposing(event)) {
      event.preventDefault();
      stops[1]?.click();
    }
    if (at < 0 || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-transfer': TransferElement;
  }
}
