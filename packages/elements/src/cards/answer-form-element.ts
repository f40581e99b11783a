import type { FormField } from '@eyeline/protocol';
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { anyField } from '../parts/any-field.ts';
import { keepDraft, readDraft } from '../parts/draft.ts';
import { cards } from '../sentences/cards.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { fields } from '../theme/fields.ts';
import { type FormErrors, formErrors } from '../widget/form-errors.ts';

/**
 * A form within a conversation. What was filled in stays filled in until it is sent.
 *
 * @tagname eyeline-answer-form
 */
export class AnswerFormElement extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      form,
      fieldset {
        display: grid;
        gap: 12px;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    fields: { attribute: false },
    place: {},
    disabled: { type: Boolean },
    onAnswer: { attribute: false },
    values: { state: true },
    errors: { state: true },
  };

  /** What is asked for. */
  declare fields: readonly FormField[];
  /** Under which what was typed is kept. */
  declare place: string;
  declare disabled: boolean;
  declare onAnswer: ((values: Readonly<Record<string, string>>) => void) | null;
  declare values: Readonly<Record<string, string>>;
  declare errors: FormErrors;

  constructor() {
    super();
    this.fields = [];
    this.place = '';
    this.disabled = false;
    this.onAnswer = null;
    this.values = {};
    this.errors = {};
  }

  protected override render(): TemplateResult {
    return html`<form novalidate @submit=${this.#submit}>
      <fieldset ?disabled=${this.disabled}>
        ${this.fields.map(one =>
          anyField(
            {
              ...one,
              value: this.#valueOf(one),
              error: this.errors[one.name],
              onInput: value => this.#note(one.name, value),
            },
            this,
          ),
        )}
        ${this.disabled ? nothing : html`<button class="button primary" type="submit">${cards.sendForm}</button>`}
      </fieldset>
    </form>`;
  }

  #valueOf({ name, value = '' }: FormField): string {
    return this.values[name] ?? (readDraft(`${this.place}.${name}`) || value);
  }

  #note(name: string, value: string): void {
    this.values = { ...this.values, [name]: value };
    keepDraft(`${this.place}.${name}`, value);
    if (!this.errors[name]) return;
    const { [name]: _, ...others } = this.errors;
    this.errors = others;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const values = Object.fromEntries(
      this.fields.map(one => [one.name, this.#valueOf(one).trim()] as const).filter(([, value]) => value),
    );
    this.errors = formErrors(this.fields, values);
    if (Object.keys(this.errors).length === 0) {
      for (const { name } of this.fields) keepDraft(`${this.place}.${name}`, '');
      this.onAnswer?.(values);
      return;
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-answer-form': AnswerFormElement;
  }
}
