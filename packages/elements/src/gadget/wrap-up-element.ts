import type { AgentActor, AgentIntent, DeskTask } from '@eyeline/machines';
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isMailOffered } from '../after/transcript-mail-element.ts';
import { ActorController } from '../controller/actor-controller.ts';
import { DeskController } from '../controller/desk-controller.ts';
import { sameFields } from '../controller/same-fields.ts';
import { sentence } from '../parts/isolate.ts';
import { after } from '../sentences/after.ts';
import { deskWrapUp } from '../sentences/desk-wrap-up.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { measuredWords } from './measured-words.ts';
import { wrapUpWords } from './wrap-up-words.ts';

/**
 * After the conversation: what it was about. Then the agent is ready again.
 *
 * @tagname eyeline-wrap-up
 */
export class WrapUpElement extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        flex: 0 1 auto;
        min-height: 160px;
        max-height: 70%;
        overflow: auto;
        border-top: 1px solid var(--_line);
        background: var(--_surface);
      }

      form {
        display: grid;
        gap: 12px;
        padding: 16px 16px 0;
      }

      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0 0 8px;
        font-size: var(--_size-lead);
        font-weight: 600;
        line-height: 24px;
      }

      label {
        display: flex;
        flex: 1 1 140px;
        gap: 8px;
        align-items: center;
        min-height: 40px;
        padding: 4px 12px;
        border: 1px solid var(--_control-line);
        border-radius: var(--_radius-control);
        cursor: pointer;
      }

      label:hover {
        background: var(--_raised);
      }

      label:has(:checked) {
        border-color: var(--_accent-fill);
        background: var(--_accent-tint);
        box-shadow: inset 0 0 0 1px var(--_accent-fill);
      }

      label:has(:focus-visible) {
        outline: 2px solid var(--_focus);
        outline-offset: 2px;
      }

      input {
        flex: none;
        width: 16px;
        height: 16px;
        margin: 0;
        accent-color: var(--_accent-fill);
        outline: none;
      }

      .mail {
        padding: 8px 4px 0;
      }

      /* However many codes there are, the way out stays in sight. */
      .finish {
        position: sticky;
        bottom: 0;
        padding: 8px 0 12px;
        background: var(--_surface);
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
        justify-content: flex-end;
      }

      .finish p {
        flex: 1 1 180px;
      }

      @media (forced-colors: active) {
        label:has(:checked) {
          outline: 2px solid Highlight;
        }
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    task: { attribute: false },
    code: { state: true },
    isMailing: { state: true },
  };

  declare actor: AgentActor | null;
  declare task: DeskTask | null;
  declare code: string;
  declare isMailing: boolean;

  readonly #desk = new DeskController(this, () => this.actor);
  readonly #state = new ActorController(
    this,
    () => this.actor,
    snapshot => ({
      agent: snapshot.context.agent,
      codes: snapshot.context.wrapUpCodes,
    }),
    sameFields,
  );

  readonly #conversation = new ActorController(
    this,
    () => this.task?.conversation,
    snapshot => snapshot.context,
  );

  constructor() {
    super();
    this.actor = null;
    this.task = null;
    this.code = '';
    this.isMailing = false;
  }

  override render(): TemplateResult | typeof nothing {
    const { agent, codes = [] } = this.#state.value ?? {};
    const context = this.#conversation.value;
    const measured = context && measuredWords(context.interaction, context.participantId);
    const isPossible = this.#intent !== null && this.#desk.can(this.#intent);
    return html`
      ${context && isMailOffered(context) ? this.#mail() : nothing}
      <form @submit=${this.#finish}>
        <fieldset>
          <legend>${deskWrapUp.question}</legend>
          ${codes.map(
            ({ code, label }) => html`<label>
              <input type="radio" name="code" value=${code} .checked=${code === this.code}
                @change=${() => this.#choose(code)} /><bdi>${label}</bdi>
            </label>`,
          )}
        </fieldset>
        ${measured ? html`<p class="muted measured">${sentence(measured)}</p>` : nothing}
        <div class="finish">
          <p class="muted">${agent ? wrapUpWords(agent) : nothing}</p>
          <button class="button primary" type="submit" aria-disabled=${isPossible ? nothing : 'true'}>${deskWrapUp.finish}</button>
        </div>
      </form>
    `;
  }

  /** What was said, for the customer to keep. */
  #mail(): TemplateResult {
    const close = () => {
      this.isMailing = false;
    };
    return html`<div class="mail">
      <button class="button quiet" type="button" aria-expanded=${this.isMailing} @click=${this.#openMail}>${after.sendTranscript}</button>
      <eyeline-transcript-mail .conversation=${this.task?.conversation ?? null} ?open=${this.isMailing}
        @eyeline-mail-closed=${close}></eyeline-transcript-mail>
    </div>`;
  }

  #openMail(): void {
    this.isMailing = !this.isMailing;
    if (this.isMailing)
      void this.updateComplete.then(() => this.renderRoot.querySelector('eyeline-transcript-mail')?.focus());
  }

  /** Puts the cursor on the first choice. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options);
  }

  get #intent(): AgentIntent | null {
    return this.task && this.code !== '' ? { type: 'wrap-up', taskId: this.task.taskId, code: this.code } : null;
  }

  #choose(code: string): void {
    this.code = code;
  }

  #finish(event: SubmitEvent): void {
    event.preventDefault();
    const intent = this.#intent;
    if (!intent || !this.#desk.can(intent)) return;
    this.actor?.send({ type: 'dismiss-failure' });
    this.actor?.send(intent);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-wrap-up': WrapUpElement;
  }
}
