import type { ConversationActor } from '@eyeline/machines';
import { type MessageContent, plainTextOf, type Template } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { addPath } from '../icons/chat-paths.ts';
import { backPath } from '../icons/fallback-paths.ts';
import { icon, wayIcon } from '../icons/icon.ts';
import { deskTemplates as sentences } from '../sentences/desk-templates.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { fields } from '../theme/fields.ts';
import { templatePickerStyles } from './template-picker-styles.ts';
import { typedReplies } from './typed-replies.ts';

/** What is in front: the list, a template as it would be sent, or a question that is typed. */
type Page = 'list' | 'typed' | Template;

/**
 * What an agent sends as it was prepared: found by its name, seen before it goes; or a question with answers, typed at once.
 *
 * @tagname eyeline-template-picker
 */
export class TemplatePickerElement extends LitElement {
  static override styles = [base, buttons, fields, templatePickerStyles];
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    onClose: { attribute: false },
    page: { state: true },
    wanted: { state: true },
    language: { state: true },
    error: { state: true },
  };

  declare conversation: ConversationActor | null;
  /** It was sent, or put away. */
  declare onClose: (() => void) | null;
  declare page: Page;
  /** What was typed into the search. */
  declare wanted: string;
  /** In which language it is sent. */
  declare language: string;
  declare error: string;

  readonly #templates = new ActorController(
    this,
    () => this.conversation,
    ({ context }) => context.templates,
  );

  constructor() {
    super();
    this.conversation = null;
    this.onClose = null;
    this.page = 'list';
    this.wanted = '';
    this.language = '';
    this.error = '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('page')) this.renderRoot.querySelector<HTMLElement>('input, textarea, .primary')?.focus();
  }

  protected override render(): TemplateResult {
    const { page } = this;
    return html`<section aria-label=${sentences.open} @keydown=${this.#key}>
      ${page === 'list' ? this.#list() : page === 'typed' ? this.#typed() : this.#preview(page)}
    </section>`;
  }

  #list(): TemplateResult {
    const all = this.#templates.value ?? [];
    const found = this.#found;
    return html`
      <div class="field"><input type="search" aria-label=${sentences.find} placeholder=${sentences.find} .value=${this.wanted} @input=${this.#seek} /></div>
      ${found.length === 0 ? html`<p class="none muted" role="status">${all.length === 0 ? sentences.noneHere : sentences.none}</p>` : nothing}
      <ul aria-label=${sentences.open}>
        ${found.map(
          one =>
            html`<li><button class="button quiet" type="button" @click=${() => this.#show(one)}><bdi>${one.name}</bdi></button></li>`,
        )}
        <li><button class="button quiet" type="button" @click=${() => this.#type()}>${icon(addPath)}${sentences.quickReplies}</button></li>
      </ul>
    `;
  }

  #typed(): TemplateResult {
    return html`
      ${this.#header(sentences.quickReplies)}
      <div class="field"><label for="question">${sentences.question}</label>
        <textarea id="question" rows="2" dir="auto" placeholder=" " maxlength="1000"></textarea></div>
      <div class="field"><label for="answers">${sentences.answers}</label>
        <textarea id="answers" rows="3" dir="auto" placeholder=" " aria-describedby="wrong"></textarea></div>
      <p class="error" id="wrong" role="alert">${this.error}</p>
      <footer><button class="button primary" type="button" @click=${this.#sendTyped}>${sentences.sendIt}</button></footer>
    `;
  }

  #preview({ name, content }: Template): TemplateResult {
    const tags = Object.keys(content);
    const shown = content[this.language];
    return html`
      ${this.#header(name)}
      ${
        tags.length > 1
          ? html`<div class="field"><label for="language">${sentences.language}</label>
              <select id="language" @change=${this.#speak}>${tags.map(tag => html`<option value=${tag} ?selected=${tag === this.language}>${nameOf(tag)}</option>`)}</select></div>`
          : nothing
      }
      <p class="muted">${sentences.preview}</p>
      <div class="shown" lang=${this.language} inert><eyeline-message-content .preview=${shown ?? null}></eyeline-message-content></div>
      <footer><button class="button primary" type="button" @click=${() => shown && this.#send(shown)}>${sentences.sendIt}</button></footer>
    `;
  }

  #header(title: string): TemplateResult {
    return html`<header>
      <button class="button round quiet" type="button" aria-label=${sentences.back} title=${sentences.back} @click=${this.#back}>${wayIcon(backPath)}</button>
      <p class="title" dir="auto">${title}</p>
    </header>`;
  }

  /** Every word that was typed is in the name. */
  get #found(): readonly Template[] {
    const words = this.wanted.toLowerCase().split(/\s+/).filter(Boolean);
    return (this.#templates.value ?? []).filter(({ name }) => words.every(word => name.toLowerCase().includes(word)));
  }

  #seek(event: Event): void {
    this.wanted = (event.target as HTMLInputElement).value;
  }

  #show(template: Template): void {
    void import('./define-cards.ts');
    const tags = Object.keys(template.content);
    this.language = tags.includes(this.language) ? this.language : (tags[0] ?? '');
    this.page = template;
  }

  #type(): void {
    this.error = '';
    this.page = 'typed';
  }

  #speak(event: Event): void {
    this.language = (event.target as HTMLSelectElement).value;
  }

  readonly #back = (): void => {
    this.page = 'list';
  };

  readonly #sendTyped = (): void => {
    const typed = (id: string) => this.renderRoot.querySelector<HTMLTextAreaElement>(`#${id}`)?.value ?? '';
    const content = typedReplies(typed('question'), typed('answers'));
    if (content === 'too-few') this.error = sentences.tooFew;
    else if (content === 'too-many') this.error = sentences.tooMany;
    else this.#send(content);
  };

  #send(content: MessageContent): void {
    this.conversation?.send({ type: 'send', text: plainTextOf(content), content });
    this.onClose?.();
  }

  /** Through the list with the arrow keys; Enter takes the first that was found; Escape goes back by one. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.page === 'list') this.onClose?.();
      else this.#back();
      return;
    }
    if (this.page !== 'list') return;
    const [first] = this.#found;
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && first) {
      event.preventDefault();
      this.#show(first);
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const stops = [...this.renderRoot.querySelectorAll<HTMLElement>('input, li button')];
    const now = stops.indexOf(this.shadowRoot?.activeElement as HTMLElement);
    stops[Math.max(0, Math.min(stops.length - 1, now + step))]?.focus();
  };
}

/** A language by its own name, as its readers call it. */
function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-template-picker': TemplatePickerElement;
  }
}
