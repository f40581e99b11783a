import type { ConversationActor } from '@eyeline/machines';
import { MESSAGE_MAX_LENGTH } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { sendPath } from '../icons/chat-paths.ts';
import { icon } from '../icons/icon.ts';
import { chat } from '../sentences/chat.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { composerStyles } from './composer-styles.ts';
import { keepDraft, readDraft } from './draft.ts';
import { isComposing } from './is-composing.ts';

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
  };

  /** The conversation to write to. */
  declare conversation: ConversationActor | null;
  declare draft: string;

  readonly #isOpen = new ActorController(
    this,
    () => this.conversation,
    ({ context }) => !context.interaction.closed,
  );

  constructor() {
    super();
    this.conversation = null;
    this.draft = '';
  }

  /** Puts the cursor where one writes. */
  override focus(options?: FocusOptions): void {
    this.#field?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversation')) this.draft = readDraft(this.#place);
    if (this.#isOpen.value === false) keepDraft(this.#place, '');
  }

  override render(): TemplateResult | typeof nothing {
    if (this.#isOpen.value === false) return nothing;
    const left = MESSAGE_MAX_LENGTH - this.draft.length;
    return html`
      <form @submit=${this.#submit}>
        <textarea rows="1" dir="auto" aria-label=${chat.message} placeholder=${chat.write} .value=${this.draft}
          enterkeyhint="send" autocomplete="off" aria-invalid=${left < 0 ? 'true' : nothing}
          aria-describedby=${left <= nearLimit ? 'left' : nothing} @input=${this.#note} @keydown=${this.#key}></textarea>
        <button class="button round primary" type="submit" aria-label=${chat.send} title=${chat.send}
          aria-disabled=${this.#canSend ? nothing : 'true'}>${icon(sendPath)}</button>
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
    return this.draft.trim() !== '' && this.draft.length <= MESSAGE_MAX_LENGTH;
  }

  #note(): void {
    this.draft = this.#field?.value ?? '';
    keepDraft(this.#place, this.draft);
    if (this.draft !== '') this.conversation?.send({ type: 'compose' });
  }

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
    this.conversation.send({ type: 'send', text: this.draft.trim() });
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
