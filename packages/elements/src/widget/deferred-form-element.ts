import type { CallbackRequest, EntryPoint, FormField, FormValues } from '@eyeline/protocol';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { pageNow } from '../controller/page-clock.ts';
import { fallback as sentences } from '../sentences/fallback.ts';
import { callbackFields } from './callback-fields.ts';
import { firstWindow, windowErrors } from './callback-window.ts';
import { ChosenFormElement } from './chosen-form-element.ts';

/**
 * The form for what is served later: a callback, with its window, or a message that is left.
 *
 * @tagname eyeline-deferred-form
 */
export class DeferredFormElement extends ChosenFormElement {
  static override properties: PropertyDeclarations = { command: { state: true } };

  declare command: CallbackRequest | null;

  constructor() {
    super();
    this.command = null;
  }

  get #window(): CallbackRequest {
    const { availability } = this.actor?.getSnapshot().context ?? {};
    return this.command ?? firstWindow(pageNow(), availability?.fallback?.opensAt ?? null);
  }

  /** What is needed to come back to the customer must be filled in. */
  protected override fields({ form }: EntryPoint): readonly FormField[] {
    const needed = this.step === 'callback' ? ['tel'] : ['email', 'textarea'];
    return form.map(field => (needed.includes(field.type) ? { ...field, required: true } : field));
  }

  protected override more(): TemplateResult | string {
    return this.step === 'callback' ? callbackFields(this.#window, this.errors, this.#noteWindow) : '';
  }

  protected override submitLabel(isSending: boolean): string {
    if (isSending) return sentences.sending;
    return this.step === 'callback' ? sentences.askCallback : sentences.sendMessage;
  }

  protected override moreErrors(): Readonly<Record<string, string>> {
    return this.step === 'callback' ? windowErrors(this.#window, pageNow()) : {};
  }

  protected override send(form: FormValues): void {
    const callback = this.#window;
    this.actor?.send(this.step === 'callback' ? { type: 'submit', form, callback } : { type: 'submit', form });
  }

  readonly #noteWindow = (change: Partial<CallbackRequest>): void => {
    this.command = { ...this.#window, ...change };
    this.errors = {};
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-deferred-form': DeferredFormElement;
  }
}
