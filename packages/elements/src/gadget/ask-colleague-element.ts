import type { AgentActor, DeskTask } from '@eyeline/machines';
import { MESSAGE_MAX_LENGTH, type Target } from '@eyeline/protocol';
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { DeskController } from '../controller/desk-controller.ts';
import { sameFields } from '../controller/same-fields.ts';
import { icon } from '../icons/icon.ts';
import { closePath } from '../icons/paths.ts';
import { avatars } from '../parts/avatar.ts';
import { isolate, sentence } from '../parts/isolate.ts';
import { desk } from '../sentences/desk.ts';
import { deskConsult } from '../sentences/desk-consult.ts';
import { deskTargets } from '../sentences/desk-targets.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { fields } from '../theme/fields.ts';
import { privatePath } from './desk-paths.ts';
import { addressOf, targetKey, targetLine, targetsNamed } from './target-line.ts';
import { transferStyles } from './transfer-styles.ts';

/**
 * A question for a colleague: what, and whom. Keeps the question until somebody was asked.
 *
 * @tagname eyeline-ask-colleague
 */
export class AskColleagueElement extends LitElement {
  static override styles = [
    base,
    buttons,
    avatars,
    fields,
    transferStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }

      .private {
        display: flex;
        gap: 6px;
        align-items: center;
        padding: 0 16px 8px;
      }

      .question {
        padding: 4px 16px 8px;
      }

      fieldset {
        min-width: 0;
        min-height: 96px;
        margin: 0;
        padding: 0 8px 8px;
        overflow: auto;
        border: 0;
      }

      .target:has(:focus-visible) {
        outline: 2px solid var(--_focus);
        outline-offset: -2px;
      }

      .target:has(:checked) {
        background: var(--_accent-tint);
      }

      .target input {
        flex: none;
        width: 18px;
        height: 18px;
        margin: 0;
        outline: none;
        accent-color: var(--_accent-fill);
      }

      footer {
        padding: 8px 16px 16px;
        border-top: 1px solid var(--_line);
      }

      footer .button {
        width: 100%;
      }

      /* Enlarged four times a screen is this low: all of it scrolls, and the way on stays in sight. */
      @media (max-height: 480px) {
        dialog {
          overflow: auto;
        }

        form {
          flex: none;
        }

        fieldset {
          overflow: visible;
        }

        footer {
          position: sticky;
          bottom: 0;
          padding-block: 8px;
          background: var(--_surface);
        }
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    task: { attribute: false },
    customerName: { attribute: false },
    wanted: { state: true },
    question: { state: true },
    chosen: { state: true },
  };

  declare actor: AgentActor | null;
  declare task: DeskTask | null;
  declare customerName: string;
  /** What was typed into the search. */
  declare wanted: string;
  declare question: string;
  declare chosen: string | null;

  readonly #desk = new DeskController(this, () => this.actor);
  readonly #state = new ActorController(
    this,
    () => this.actor,
    snapshot => ({
      transfer: snapshot.context.transfer,
      consults: snapshot.context.consults,
      canAct: snapshot.matches('at-desk'),
    }),
    sameFields,
  );
  /** How many there were when this one was asked: with one more it has been heard. */
  #before: number | null = null;

  constructor() {
    super();
    this.actor = null;
    this.task = null;
    this.customerName = '';
    this.wanted = '';
    this.question = '';
    this.chosen = null;
  }

  /** Asks who is there, and shows it. */
  show(): void {
    if (!this.task || !this.#state.value?.canAct) return;
    this.wanted = '';
    this.actor?.send({ type: 'list-targets', taskId: this.task.taskId, purpose: 'consult' });
    this.#dialog?.showModal();
    this.renderRoot.querySelector<HTMLElement>('#question')?.focus();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  get #targets(): readonly Target[] | null {
    const { transfer } = this.#state.value ?? {};
    if (!transfer?.targets || transfer.taskId !== this.task?.taskId || transfer.purpose !== 'consult') return null;
    return transfer.targets;
  }

  override willUpdate(): void {
    if (this.#before === null || (this.#state.value?.consults.length ?? 0) <= this.#before) return;
    this.#before = null;
    this.question = '';
    this.chosen = null;
  }

  override updated(): void {
    // The connection broke, or the task is gone: nobody can be asked now.
    if (this.#dialog?.open && !this.#state.value?.canAct) this.#close();
  }

  override render(): TemplateResult {
    const targets = this.#targets;
    return html`
      <dialog aria-labelledby="title">
        <form @submit=${this.#ask}>
          <header>
            <h2 id="title">${deskConsult.title}</h2>
            <button class="button round quiet" type="button" aria-label=${desk.close} title=${desk.close} @click=${this.#close}>
              ${icon(closePath)}
            </button>
          </header>
          <p class="private muted">${icon(privatePath)}<span>${sentence(deskConsult.seesNothing(isolate(this.customerName)))}</span></p>
          <div class="field question">
            <label for="question">${deskConsult.question}</label>
            <textarea id="question" rows="3" required maxlength=${MESSAGE_MAX_LENGTH} .value=${this.question}
              @input=${this.#write}></textarea>
          </div>
          <div class="field search">
            <label class="heard" for="wanted">${deskTargets.search}</label>
            <input id="wanted" type="search" placeholder=${deskTargets.searchHint} autocomplete="off" .value=${this.wanted} @input=${this.#search} />
          </div>
          ${targets ? this.#list(targetsNamed(targets, this.wanted)) : html`<p class="none muted" role="status">${deskTargets.looking}</p>`}
          <footer><button class="button primary" type="submit">${deskConsult.ask}</button></footer>
        </form>
      </dialog>
    `;
  }

  #list(targets: readonly Target[]): TemplateResult {
    return html`
      <p class="heard" role="status">${deskTargets.found(targets.length)}</p>
      ${targets.length > 0 ? nothing : html`<p class="none muted">${deskTargets.nobodyToAsk}</p>`}
      <fieldset ?hidden=${targets.length === 0}>
        <legend class="heard">${deskConsult.whom}</legend>
        ${targets.map(
          target => html`<label class="target">
            <input type="radio" name="target" required .checked=${this.chosen === targetKey(target)}
              @change=${() => this.#choose(target)} />
            ${targetLine(target)}
          </label>`,
        )}
      </fieldset>
    `;
  }

  readonly #ask = (event: SubmitEvent): void => {
    event.preventDefault();
    const target = this.#targets?.find(one => targetKey(one) === this.chosen);
    const question = this.question.trim();
    if (!this.task || !target || question === '' || !this.#state.value) return;
    const intent = { type: 'ask-colleague', taskId: this.task.taskId, to: addressOf(target), question } as const;
    if (!this.#desk.can(intent)) return;
    this.#before = this.#state.value.consults.length;
    this.actor?.send({ type: 'dismiss-failure' });
    this.actor?.send(intent);
    this.#close();
  };

  #choose(target: Target): void {
    this.chosen = targetKey(target);
  }

  readonly #close = (): void => {
    this.#dialog?.close();
  };

  readonly #search = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.wanted = target.value;
  };

  readonly #write = ({ target }: Event): void => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    this.question = target.value;
    target.setCustomValidity(target.value.trim() === '' ? deskConsult.questionMissing : '');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-ask-colleague': AskColleagueElement;
  }
}
