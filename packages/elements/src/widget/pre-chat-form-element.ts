import type { CustomerActor } from '@eyeline/machines';
import type { EntryPoint, FormField, FormValues } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { nextTask } from '../controller/next-task.ts';
import { sameFields } from '../controller/same-fields.ts';
import { icon } from '../icons/icon.ts';
import { warningPath } from '../icons/paths.ts';
import { anyField } from '../parts/any-field.ts';
import { keepDraft, readDraft } from '../parts/draft.ts';
import { sentenceOf } from '../sentences/language.ts';
import { widget } from '../sentences/widget.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { fields } from '../theme/fields.ts';
import { autocompleteOf } from './autocomplete-of.ts';
import { type FormErrors, formErrors } from './form-errors.ts';
import { preChatFormStyles } from './pre-chat-form-styles.ts';

/**
 * What the entry point wants to know before a chat. What was filled in stays filled in, whatever happens.
 *
 * @tagname eyeline-pre-chat-form
 */
export class PreChatFormElement extends LitElement {
  static override styles = [base, buttons, fields, preChatFormStyles];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    values: { state: true },
    errors: { state: true },
  };

  /** The visit that is to be opened. */
  declare actor: CustomerActor | null;
  declare values: Readonly<Record<string, string>>;
  declare errors: FormErrors;

  readonly #visit = new ActorController(
    this,
    () => this.actor,
    snapshot => ({
      entryPoint: snapshot.context.entryPoint,
      failure: snapshot.context.failure,
      form: snapshot.context.form,
      isOpening: snapshot.matches('opening'),
    }),
    sameFields,
  );

  constructor() {
    super();
    this.actor = null;
    this.values = {};
    this.errors = {};
  }

  /** Puts the cursor into the first field. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('input, select, textarea, button')?.focus(options);
  }

  /** What brought it here has cost its task enough already. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await nextTask();
    super.scheduleUpdate();
  }

  override render(): TemplateResult | typeof nothing {
    const { entryPoint, failure, isOpening } = this.#visit.value ?? {};
    if (!entryPoint) return nothing;
    return html`
      <form novalidate @submit=${this.#submit}>
        ${this.lead(entryPoint)}
        ${failure ? html`<p class="failure" role="alert">${icon(warningPath)}<span>${sentenceOf(failure)}</span></p>` : nothing}
        <fieldset ?disabled=${isOpening}>
          ${this.fields(entryPoint).map(one =>
            anyField(
              {
                ...one,
                value: this.#valueOf(one),
                error: this.errors[one.name],
                autocomplete: autocompleteOf(one, entryPoint.nameField),
                onInput: value => this.#note(one.name, value),
              },
              this,
            ),
          )}
          ${this.more()}
        </fieldset>
        <button class="button primary" type="submit" aria-disabled=${isOpening ? 'true' : nothing}>
          ${this.submitLabel(isOpening)}
        </button>
      </form>
    `;
  }

  /** What is asked for; a form for something else may ask for more. */
  protected fields({ form }: EntryPoint): readonly FormField[] {
    return form;
  }

  protected lead({ greeting }: EntryPoint): unknown {
    return greeting ? html`<p class="greeting">${greeting}</p>` : nothing;
  }

  /** Fields beside those of the entry point, and what is wrong with them. */
  protected more(): unknown {
    return nothing;
  }

  protected moreErrors(): FormErrors {
    return {};
  }

  protected submitLabel(isOpening?: boolean): string {
    return isOpening ? widget.starting : widget.start;
  }

  protected send(form: FormValues): void {
    this.actor?.send({ type: 'submit', form });
  }

  #valueOf({ name, value = '' }: FormField): string {
    return this.values[name] ?? (readDraft(this.#place(name)) || (this.#visit.value?.form[name] ?? value));
  }

  #place(name: string): string {
    return `${this.#visit.value?.entryPoint?.entryPointId}.${name}`;
  }

  #note(name: string, value: string): void {
    this.values = { ...this.values, [name]: value };
    keepDraft(this.#place(name), value);
    if (!this.errors[name]) return;
    const { [name]: _, ...others } = this.errors;
    this.errors = others;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { entryPoint, isOpening } = this.#visit.value ?? {};
    if (!entryPoint || isOpening) return;
    const form = Object.fromEntries(
      entryPoint.form.map(one => [one.name, this.#valueOf(one).trim()] as const).filter(([, value]) => value),
    );
    this.errors = { ...formErrors(this.fields(entryPoint), form), ...this.moreErrors() };
    if (Object.keys(this.errors).length === 0) {
      // The visit keeps what is on its way.
      for (const { name } of entryPoint.form) keepDraft(this.#place(name), '');
      // The fields cannot be used from here on, and a cursor in one of them would be lost.
      this.renderRoot.querySelector<HTMLElement>('[type="submit"]')?.focus({ preventScroll: true });
      this.send(form);
      return;
    }
    await this.updateComplete;
    const wrong = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
    // Where it had the focus already, what is wrong would not be read out.
    wrong?.blur();
    wrong?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-pre-chat-form': PreChatFormElement;
  }
}
