import type { ConversationActor, ConversationContext } from '@eyeline/machines';
import type { CallbackRequest, FallbackOption, FormField } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { ClockController } from '../controller/clock-controller.ts';
import { backPath, nightPath } from '../icons/fallback-paths.ts';
import { icon, wayIcon } from '../icons/icon.ts';
import { field } from '../parts/field.ts';
import { phoneOf } from '../parts/phone-of.ts';
import { say } from '../parts/say.ts';
import { fallback as sentences } from '../sentences/fallback.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { fields } from '../theme/fields.ts';
import { callbackFields } from './callback-fields.ts';
import { firstWindow, windowErrors } from './callback-window.ts';
import { fallbackOptions } from './fallback-options.ts';
import { fallbackStyles } from './fallback-styles.ts';
import { canWaitThough, fallbackSentence, fallbackTitle, stepWords } from './fallback-words.ts';
import { formErrors } from './form-errors.ts';

const phoneField = (): FormField => ({
  name: 'phone',
  label: sentences.phone,
  type: 'tel',
  required: true,
  options: [],
});
const textField = (): FormField => ({
  name: 'text',
  label: sentences.text,
  type: 'textarea',
  required: true,
  options: [],
});

/**
 * While waiting it turned out that nobody can serve: what there is instead.
 *
 * @tagname eyeline-waiting-fallback
 */
export class WaitingFallbackElement extends LitElement {
  static override styles = [base, buttons, fields, fallbackStyles];
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    onStay: { attribute: false },
    others: { attribute: false },
    step: { state: true },
    command: { state: true },
    values: { state: true },
    errors: { state: true },
  };

  declare conversation: ConversationActor | null;
  /** The customer goes on waiting. */
  declare onStay: (() => void) | null;
  /** What may be taken beside what is proposed, also while the request can be served. */
  declare others: readonly FallbackOption[];
  declare step: FallbackOption | null;
  declare command: CallbackRequest | null;
  declare values: Readonly<Record<string, string>>;
  declare errors: Readonly<Record<string, string>>;

  readonly #clock = new ClockController(this, 30_000);
  readonly #context = new ActorController(
    this,
    () => this.conversation,
    snapshot => snapshot.context,
  );

  constructor() {
    super();
    this.conversation = null;
    this.onStay = null;
    this.others = [];
    this.step = null;
    this.command = null;
    this.values = {};
    this.errors = {};
  }

  override render(): TemplateResult | typeof nothing {
    const context = this.#context.value;
    if (!context || (!context.fallback && this.others.length === 0)) return nothing;
    return this.step ? this.#form(this.step) : this.#steps(context);
  }

  #steps({ fallback, interaction }: ConversationContext): TemplateResult {
    const steps = [...new Set([...(fallback?.steps ?? []), ...this.others])];
    return html`
      <section class="card calm" aria-label=${sentences.canDo}>
        ${
          fallback
            ? html`<div role="status">
                ${icon(nightPath)}
                <h2>${fallbackTitle(fallback, interaction.domain === 'video')}</h2>
                <p class="muted">${fallbackSentence(fallback, steps.length > 0, this.#clock.now)}</p>
              </div>`
            : html`<h2>${sentences.canDo}</h2>`
        }
        ${fallbackOptions(steps, step => this.#choose(step))}
        <div class="answers">
          ${
            !fallback || canWaitThough(fallback)
              ? html`<button class="button quiet" type="button" @click=${() => this.onStay?.()}>${sentences.keepWaiting}</button>`
              : nothing
          }
          <button class="button quiet" type="button" @click=${() => this.conversation?.send({ type: 'end' })}>${sentences.leave}</button>
        </div>
      </section>
    `;
  }

  #form(step: FallbackOption): TemplateResult {
    const isCallback = step === 'callback';
    const one = isCallback ? (this.#hasPhone ? null : phoneField()) : textField();
    return html`
      <form class="card calm" novalidate aria-label=${stepWords(step).label} @submit=${this.#submit}>
        <div class="lead">
          <button class="button quiet back" type="button" @click=${() => this.#turnTo(null)}>${wayIcon(backPath)}${sentences.back}</button>
          <h2>${stepWords(step).label}</h2>
        </div>
        ${
          one
            ? field({
                ...one,
                value: this.values[one.name] ?? '',
                error: this.errors[one.name],
                autocomplete: one.type === 'tel' ? 'tel' : undefined,
                onInput: value => this.#note(one.name, value),
              })
            : nothing
        }
        ${isCallback ? callbackFields(this.#window, this.errors, change => this.#noteWindow(change)) : nothing}
        <button class="button primary" type="submit">${isCallback ? sentences.askCallback : sentences.sendMessage}</button>
      </form>
    `;
  }

  get #hasPhone(): boolean {
    const context = this.#context.value;
    return context !== undefined && phoneOf(context.interaction.form, context.entryPoint) !== undefined;
  }

  get #window(): CallbackRequest {
    return this.command ?? firstWindow(this.#clock.now, this.#context.value?.fallback?.opensAt ?? null);
  }

  #choose(step: FallbackOption): void {
    if (step === 'callback' || step === 'message') this.#turnTo(step);
    else this.conversation?.send({ type: 'take', step });
  }

  #turnTo(step: FallbackOption | null): void {
    this.step = step;
    this.errors = {};
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('input, textarea, .step')?.focus());
  }

  #note(name: string, value: string): void {
    this.values = { ...this.values, [name]: value };
    this.errors = {};
  }

  #noteWindow(change: Partial<CallbackRequest>): void {
    this.command = { ...this.#window, ...change };
    this.errors = {};
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { step, conversation } = this;
    if (!step || !conversation) return;
    const isCallback = step === 'callback';
    const asked = isCallback ? (this.#hasPhone ? [] : [phoneField()]) : [textField()];
    this.errors = {
      ...formErrors(asked, this.values),
      ...(isCallback ? windowErrors(this.#window, this.#clock.now) : {}),
    };
    if (Object.keys(this.errors).length > 0) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const [value] = asked.map(({ name }) => (this.values[name] ?? '').trim());
    if (!isCallback && value) say(conversation, value);
    conversation.send(
      isCallback ? { type: 'take', step, callback: { ...this.#window, phone: value } } : { type: 'take', step },
    );
    this.#turnTo(null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-waiting-fallback': WaitingFallbackElement;
  }
}
