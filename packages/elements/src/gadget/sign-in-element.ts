import type { AgentActor } from '@eyeline/machines';
import type { Failure } from '@eyeline/protocol';
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { sameFields } from '../controller/same-fields.ts';
import { icon } from '../icons/icon.ts';
import { offlinePath, warningPath } from '../icons/paths.ts';
import { field } from '../parts/field.ts';
import { deskSignIn } from '../sentences/desk-sign-in.ts';
import { sentenceOf } from '../sentences/language.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { fields } from '../theme/fields.ts';

/**
 * Where an agent says who they are.
 *
 * @slot - shown below the form
 * @tagname eyeline-sign-in
 */
export class SignInElement extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        padding: 24px 16px;
        overflow: auto;
      }

      section {
        display: grid;
        gap: 20px;
        width: min(100%, 340px);
        margin: auto;
      }

      [role='alert']:empty,
      [role='status']:empty {
        display: none;
      }

      @container (width >= 480px) {
        :host {
          background: light-dark(color-mix(in oklab, var(--_text) 4%, var(--_surface)), var(--_surface));
        }

        section {
          width: 396px;
          padding: 32px;
          border: 1px solid var(--_line);
          border-radius: var(--_radius-panel);
          background: light-dark(var(--_surface), color-mix(in oklab, var(--_text) 4%, var(--_surface)));
          box-shadow: var(--_shadow-card);
        }
      }

      form {
        display: grid;
        gap: 16px;
      }

      h2 {
        font-size: var(--_size-title);
        line-height: 28px;
      }

      .notice {
        display: flex;
        gap: 8px;
        padding: 10px 12px;
        border-radius: var(--_radius-control);
        background: var(--_raised);
      }

      .notice.refused {
        background: var(--_danger-surface);
        color: var(--_danger);
      }

      .button {
        --_target: 40px;
      }

      @media (forced-colors: active) {
        .notice {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    username: { state: true },
    password: { state: true },
    missing: { state: true },
    waiting: { state: true },
  };

  declare actor: AgentActor | null;
  declare username: string;
  declare password: string;
  /** Has the form been sent with something left out? */
  declare missing: boolean;
  /** Sent before the connection was open: it goes as soon as the server answers. */
  declare waiting: boolean;

  readonly #state = new ActorController(
    this,
    () => this.actor,
    snapshot => ({
      isOnline: snapshot.context.online,
      obstacle: snapshot.context.obstacle,
      isSigningIn: snapshot.matches('signing-in'),
      failure: snapshot.context.failure,
    }),
    sameFields,
  );

  constructor() {
    super();
    this.actor = null;
    this.username = '';
    this.password = '';
    this.missing = false;
    this.waiting = false;
  }

  /** Puts something into both fields; nobody is signed in by it. */
  fill(username: string, password: string): void {
    this.username = username;
    this.password = password;
    this.missing = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLButtonElement>('.primary')?.focus());
  }

  override render(): TemplateResult {
    const { isOnline = false, obstacle = null, isSigningIn = false, failure = null } = this.#state.value ?? {};
    const isRefused = failure?.code === 'wrong-credentials';
    return html`
      <section aria-label=${deskSignIn.signIn}>
        <h2>${deskSignIn.title}</h2>
        ${this.#notice(isOnline, obstacle, failure)}
        <form novalidate @submit=${this.#submit}>
          ${field({
            name: 'username',
            label: deskSignIn.username,
            type: 'text',
            value: this.username,
            required: true,
            options: [],
            autocomplete: 'username',
            error: this.missing && this.username.trim() === '' ? deskSignIn.usernameMissing : undefined,
            onInput: value => {
              this.username = value;
            },
          })}
          ${field({
            name: 'password',
            label: deskSignIn.password,
            type: 'password',
            value: this.password,
            required: true,
            options: [],
            autocomplete: 'current-password',
            error:
              this.missing && this.password === ''
                ? deskSignIn.passwordMissing
                : isRefused
                  ? deskSignIn.refused
                  : undefined,
            onInput: value => {
              this.password = value;
            },
          })}
          <button class="button primary" type="submit" aria-disabled=${isSigningIn || this.waiting ? 'true' : nothing}>
            ${isSigningIn ? deskSignIn.signingIn : this.waiting ? deskSignIn.connecting : deskSignIn.signIn}
          </button>
        </form>
        <slot></slot>
      </section>
    `;
  }

  #notice(isOnline: boolean, obstacle: Failure | null, failure: Failure | null) {
    const refused =
      failure && html`<p class="notice refused">${icon(warningPath)}<span>${sentenceOf(failure)}</span></p>`;
    const connecting = html`<p class="notice">
      ${icon(offlinePath)}<span>${obstacle ? sentenceOf(obstacle) : deskSignIn.connecting}</span>
    </p>`;
    return html`<div role="alert">${refused}</div><div role="status">${isOnline ? nothing : connecting}</div>`;
  }

  override updated(): void {
    if (!this.waiting || !this.#state.value?.isOnline) return;
    this.waiting = false;
    this.#signIn();
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.missing = this.username.trim() === '' || this.password === '';
    if (this.missing) void this.#focusFirstFault();
    else if (this.#state.value?.isOnline) this.#signIn();
    else this.waiting = true;
  }

  #signIn(): void {
    this.actor?.send({ type: 'sign-in', username: this.username.trim(), password: this.password });
  }

  async #focusFirstFault(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-sign-in': SignInElement;
  }
}
