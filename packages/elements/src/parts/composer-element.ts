import type { ConversationActor } from '@eyeline/machines';
import { MESSAGE_MAX_LENGTH } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { addPath, sendPath } from '../icons/chat-paths.ts';
import { icon, wayIcon } from '../icons/icon.ts';
import { chat } from '../sentences/chat.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import type { ComposerToolsElement } from '../writing/composer-tools-element.ts';
import { composerStyles } from './composer-styles.ts';
import { keepDraft, readDraft } from './draft.ts';
import { isComposing } from './is-composing.ts';
import { say } from './say.ts';
import { writesToCustomer } from './writes-to-customer.ts';

/** So many characters before the limit it is told how many are left. */
const nearLimit = 500;

/**
 * Where a message is written. Enter sends, Shift and Enter begin a new line. Keeps what was written until it is sent.
 *
 * @tagname eyeline-composer
 */
export class ComposerElement extends LitElement {
  static override styles = [base, buttons, composerStyles];
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    draft: { state: true },
    fileCount: { state: true },
  };

  /** The conversation to write to. */
  declare conversation: ConversationActor | null;
  declare draft: string;
  /** How many files go with the next press. */
  declare fileCount: number;

  readonly #isOpen = new ActorController(
    this,
    () => this.conversation,
    ({ context: { interaction } }) => !interaction.closed && interaction.asides,
  );

  #hasTools = false;
  #around: Node | null = null;
  #asked: Promise<boolean> | undefined;

  constructor() {
    super();
    this.conversation = null;
    this.draft = '';
    this.fileCount = 0;
  }

  /** Files may be dropped on the whole of the chat. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.#around = this.parentNode;
    for (const type of ['dragover', 'drop']) this.#around?.addEventListener(type, this.#add);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of ['dragover', 'drop']) this.#around?.removeEventListener(type, this.#add);
  }

  /** Puts the cursor where one writes. */
  override focus(options?: FocusOptions): void {
    this.#field?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversation')) this.draft = readDraft(this.#place);
    const asides = this.#isOpen.value;
    if (asides === false) keepDraft(this.#place, '');
    // What is offered, and what an earlier page offered, stands above the field.
    if (asides && asides[0]) this.#asked ??= this.#useTools();
  }

  override render(): TemplateResult | typeof nothing {
    if (this.#isOpen.value === false) return nothing;
    const left = MESSAGE_MAX_LENGTH - this.draft.length;
    return html`
      <form @submit=${this.#submit} @paste=${this.#add}>
        <eyeline-composer-tools ?hidden=${!this.#hasTools} .conversation=${this.conversation} .onFiles=${this.#noteFiles} .onEmoji=${this.#insert}
          .onClose=${() => this.focus()}></eyeline-composer-tools>
        <button class="button round quiet" type="button" aria-label=${chat.add} title=${chat.add} @click=${this.#add}>${icon(addPath)}</button>
        <textarea rows="1" dir="auto" aria-label=${chat.message} placeholder=${chat.write} .value=${this.draft}
          enterkeyhint="send" autocomplete="off" aria-invalid=${left < 0 ? 'true' : nothing}
          aria-describedby=${left <= nearLimit ? 'left' : nothing} @input=${this.#note} @keydown=${this.#key}></textarea>
        <button class="button round primary" type="submit" aria-label=${chat.send} title=${chat.send}
          aria-disabled=${this.#canSend ? nothing : 'true'}>${wayIcon(sendPath)}</button>
        ${left <= nearLimit ? html`<p id="left" class=${left < 0 ? 'over' : ''} aria-live="polite">${leftSentence(left)}</p>` : nothing}
      </form>
    `;
  }

  get #place(): string {
    return this.conversation?.getSnapshot().context.interactionId ?? '';
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  get #canSend(): boolean {
    return (this.draft.trim() !== '' || this.fileCount > 0) && this.draft.length <= MESSAGE_MAX_LENGTH;
  }

  #note(): void {
    this.draft = this.#field?.value ?? '';
    keepDraft(this.#place, this.draft);
    if (this.draft === '/' && writesToCustomer(this.conversation)) void this.#openTemplates();
    else if (this.draft !== '') this.conversation?.send({ type: 'compose' });
  }

  get #tools(): ComposerToolsElement | null {
    return this.renderRoot.querySelector('eyeline-composer-tools');
  }

  readonly #noteFiles = (count: number): void => {
    this.fileCount = count;
  };

  readonly #insert = (text: string): void => {
    const field = this.#field;
    field?.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    this.#note();
  };

  /** A slash in an empty field asks for what was prepared. */
  async #openTemplates(): Promise<void> {
    if (!(await this.#useTools())) return;
    this.draft = '';
    keepDraft(this.#place, '');
    this.#tools?.openTemplates();
  }

  async #useTools(): Promise<boolean> {
    await import('../writing/define-tools.ts').catch(() => {});
    this.#hasTools = customElements.get('eyeline-composer-tools') !== undefined;
    this.requestUpdate();
    await this.updateComplete;
    return this.#hasTools;
  }

  /** A press on the button, or something that was dropped or pasted: what takes it comes when it is first used. */
  readonly #add = async (event: Event): Promise<void> => {
    const data = 'dataTransfer' in event ? event.dataTransfer : 'clipboardData' in event ? event.clipboardData : null;
    if (data instanceof DataTransfer) {
      // Cells of a sheet come as a picture too, and are meant as text.
      if (!data.types.includes('Files') || data.types.includes('text/plain')) return;
      event.preventDefault();
      if (event.type === 'dragover') return;
    }
    const files = data instanceof DataTransfer ? [...data.files] : null;
    if (!(await this.#useTools())) return;
    if (files) this.#tools?.add(files);
    else this.#tools?.toggle();
  };

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    this.#send();
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.#send();
    this.focus();
  }

  #send(): void {
    if (!this.conversation || !this.#canSend) return;
    const text = this.draft.trim();
    if (text) say(this.conversation, text);
    if (this.#hasTools) this.#tools?.send();
    this.draft = '';
    keepDraft(this.#place, '');
  }
}

const leftSentence = (left: number) => (left < 0 ? chat.tooLong(-left, MESSAGE_MAX_LENGTH) : chat.charactersLeft(left));

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-composer': ComposerElement;
  }
}
