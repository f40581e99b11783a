import type { AgentActor } from '@eyeline/machines';
import type { InteractionId, Invitation, InvitationId } from '@eyeline/protocol';
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { ClockController } from '../controller/clock-controller.ts';
import { DeskController } from '../controller/desk-controller.ts';
import { sameFields } from '../controller/same-fields.ts';
import { icon } from '../icons/icon.ts';
import { closePath, warningPath } from '../icons/paths.ts';
import { desk } from '../sentences/desk.ts';
import { deskInvite } from '../sentences/desk-invite.ts';
import { sentenceOf } from '../sentences/language.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { fields } from '../theme/fields.ts';
import { linkPath } from './desk-paths.ts';
import { invitationList, invitationListStyles } from './invitation-list.ts';
import type { ServerClock } from './server-clock.ts';
import { transferStyles } from './transfer-styles.ts';

/**
 * A link for a customer: by text message to one number or several, or to be copied; and how those stand that were sent.
 *
 * @tagname eyeline-invite
 */
export class InviteElement extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    transferStyles,
    invitationListStyles,
    css`
      dialog {
        overflow: auto;
      }

      header,
      form {
        flex: none;
      }

      form {
        display: grid;
        gap: 12px;
        padding: 0 16px 16px;
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }

      .failure {
        display: flex;
        gap: 6px;
        color: var(--_danger);
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    clock: { attribute: false },
    into: { state: true },
    numbers: { state: true },
    copied: { state: true },
  };

  declare actor: AgentActor | null;
  declare clock: ServerClock | null;
  /** The conversation that the links lead into; null: one that begins when somebody comes. */
  declare into: InteractionId | null;
  declare numbers: string;
  declare copied: InvitationId | null;

  readonly #tick = new ClockController(this, 10_000);
  readonly #desk = new DeskController(this, () => this.actor);
  readonly #state = new ActorController(
    this,
    () => this.actor,
    ({ context: { invitations, inviting, commands } }) => ({
      invitations,
      inviting,
      failure: commands.find(({ command }) => command.type.startsWith('invitation.'))?.failure ?? null,
    }),
    sameFields,
  );
  /** How many links there were when some were asked for: with more it has been done. */
  #before: number | null = null;
  /** By how many of the links somebody has come. */
  #arrived = 0;

  constructor() {
    super();
    this.actor = null;
    this.clock = null;
    this.into = null;
    this.numbers = '';
    this.copied = null;
  }

  show(into: InteractionId | null): void {
    this.into = into;
    this.copied = null;
    this.actor?.send({ type: 'dismiss-failure' });
    this.#dialog?.showModal();
    this.renderRoot.querySelector<HTMLElement>('textarea')?.focus();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  override willUpdate(): void {
    const arrived = this.#state.value?.invitations.filter(one => one.state === 'opened').length ?? 0;
    // Who has come is to be seen at once, unless another number is being written.
    if (arrived > this.#arrived && !this.numbers.trim()) this.#dialog?.close();
    this.#arrived = arrived;
    if (this.#before === null || (this.#state.value?.invitations.length ?? 0) <= this.#before) return;
    this.#before = null;
    this.numbers = '';
  }

  override render(): TemplateResult | typeof nothing {
    const { inviting, invitations = [], failure } = this.#state.value ?? {};
    if (!inviting) return nothing;
    return html`
      <dialog aria-labelledby="title" @close=${this.#forget}>
        <header>
          <h2 id="title">${deskInvite.title}</h2>
          <button class="button round quiet" type="button" aria-label=${desk.close} title=${desk.close} @click=${this.#close}>
            ${icon(closePath)}
          </button>
        </header>
        <form @submit=${this.#send}>
          <p class="muted">${this.into ? deskInvite.introInto : deskInvite.intro}</p>
          ${inviting.byText ? this.#numbers(inviting.isRehearsal) : nothing}
          <div role="alert">
            ${failure ? html`<p class="failure">${icon(warningPath)}<span>${sentenceOf(failure)}</span></p>` : nothing}
          </div>
          <div class="ways">
            ${inviting.byText ? html`<button class="button primary" type="submit">${deskInvite.sendIt}</button>` : nothing}
            <button class="button" type="button" @click=${this.#makeLink}>${icon(linkPath)}${deskInvite.makeLink}</button>
          </div>
        </form>
        ${invitationList({
          invitations,
          now: this.clock?.now ?? this.#tick.now,
          actor: this.actor,
          can: intent => this.#desk.can(intent),
          copied: this.copied,
          onCopy: this.#copy,
        })}
      </dialog>
    `;
  }

  #numbers(isRehearsal: boolean): TemplateResult {
    return html`
      <div class="field">
        <label for="numbers">${deskInvite.numbers}</label>
        <textarea id="numbers" rows="2" inputmode="tel" autocomplete="off" aria-describedby="hint" .value=${this.numbers}
          @input=${this.#write}></textarea>
        <p class="muted" id="hint">${deskInvite.numbersHint}</p>
        ${isRehearsal ? html`<p class="muted">${deskInvite.rehearsal}</p>` : nothing}
      </div>
    `;
  }

  #invite(numbers: string[]): void {
    const intent = { type: 'invite', numbers, ...(this.into && { into: this.into }) } as const;
    if (!this.#desk.can(intent)) return;
    this.#before = this.#state.value?.invitations.length ?? 0;
    this.actor?.send({ type: 'dismiss-failure' });
    this.actor?.send(intent);
  }

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    const numbers = numbersIn(this.numbers);
    const field = this.renderRoot.querySelector('textarea');
    field?.setCustomValidity(numbers.length === 0 ? deskInvite.numbersMissing : '');
    if (field?.reportValidity()) this.#invite(numbers);
  };

  readonly #makeLink = (): void => this.#invite([]);

  readonly #copy = ({ link, invitationId }: Invitation): void => {
    if (!link) return;
    void navigator.clipboard.writeText(link).then(
      () => {
        this.copied = invitationId;
      },
      // The browser forbids it here: the link is shown, to be copied by hand.
      () => prompt(deskInvite.copy, link),
    );
  };

  readonly #close = (): void => this.#dialog?.close();

  /** What failed was said where it was asked for. */
  readonly #forget = (): void => {
    if (this.#state.value?.failure) this.actor?.send({ type: 'dismiss-failure' });
  };

  readonly #write = ({ target }: Event): void => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    this.numbers = target.value;
    target.setCustomValidity('');
  };
}

/** One number on a line, or several with a comma or semicolon between them. */
const numbersIn = (text: string): string[] =>
  text
    .split(/[\n,;]/)
    .map(number => number.trim())
    .filter(number => number !== '');

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-invite': InviteElement;
  }
}
