import type { ConversationActor } from '@eyeline/machines';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../icons/icon.ts';
import { cameraPath, cardsPath, clipPath, smilePath } from '../icons/writing-paths.ts';
import { writesToCustomer } from '../parts/writes-to-customer.ts';
import { deskTemplates } from '../sentences/desk-templates.ts';
import { file as sentences } from '../sentences/file.ts';
import { comma } from '../sentences/locale.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { composerToolsStyles } from './composer-tools-styles.ts';
import { drawSmall, fileLine } from './file-line.ts';
import { type FileQueue, fileQueueOf } from './file-queue.ts';
import { acceptOf } from './kinds-of-files.ts';
import { isToGo, type WaitingFile } from './waiting-file.ts';

/**
 * What can be added to a message, above the field in which it is written: files with their way into the conversation, and emoji.
 * Its code comes when it is first used.
 *
 * @tagname eyeline-composer-tools
 */
export class ComposerToolsElement extends LitElement {
  static override styles = [base, buttons, composerToolsStyles];
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    onFiles: { attribute: false },
    onEmoji: { attribute: false },
    onClose: { attribute: false },
    isOpen: { state: true },
    hasEmoji: { state: true },
    hasTemplates: { state: true },
    files: { state: true },
    news: { state: true },
  };

  declare conversation: ConversationActor | null;
  /** How many files are there that go with the next press of *Send*. */
  declare onFiles: ((count: number) => void) | null;
  declare onEmoji: ((emoji: string) => void) | null;
  /** The choices are put away, and the person goes on writing. */
  declare onClose: (() => void) | null;
  /** Are the choices in sight? */
  declare isOpen: boolean;
  declare hasEmoji: boolean;
  /** Is what was prepared in sight? */
  declare hasTemplates: boolean;
  declare files: readonly WaitingFile[];
  /** What has just become of a file, for those who do not see it. */
  declare news: string;

  #queue: FileQueue | null = null;
  #missing: WaitingFile['fileId'] | null = null;
  #unsubscribe = () => {};

  constructor() {
    super();
    this.conversation = null;
    this.onFiles = null;
    this.onEmoji = null;
    this.onClose = null;
    this.isOpen = false;
    this.hasEmoji = false;
    this.hasTemplates = false;
    this.files = [];
    this.news = '';
  }

  /** Shows the choices, or puts them away. */
  toggle(): void {
    this.isOpen = !this.isOpen;
    this.hasEmoji = false;
    this.hasTemplates = false;
    if (this.isOpen) void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus());
  }

  /** Shows what was prepared to be sent. */
  openTemplates(): void {
    this.isOpen = true;
    this.hasEmoji = false;
    this.hasTemplates = true;
    void import('../cards/define-templates.ts');
  }

  /** Files that were dropped, pasted or chosen. */
  add(files: readonly File[]): void {
    this.isOpen = false;
    this.news = sentences.chosen(files.map(({ name }) => name).join(comma()));
    void this.#queue?.add(files);
  }

  send(): void {
    this.#queue?.send();
    this.isOpen = false;
    this.hasEmoji = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversation')) this.#follow();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('files')) {
      this.onFiles?.(this.files.filter(isToGo).length);
      for (const canvas of this.renderRoot.querySelectorAll('canvas')) drawSmall(canvas);
    }
  }

  protected override render(): TemplateResult {
    const rules = this.#queue?.rules;
    return html`
      <eyeline-file-offers .conversation=${this.conversation}></eyeline-file-offers>
      <input class="again" type="file" hidden @change=${this.#supply} />
      ${this.isOpen ? this.#tools() : nothing}
      ${
        this.files.length > 0
          ? html`<ul aria-label=${sentences.toSend}>
              ${repeat(
                this.files,
                one => one.fileId,
                one =>
                  fileLine({
                    file: one,
                    maxBytes: rules?.maxBytes ?? 0,
                    onRemove: () => this.#remove(one),
                    onRetry: () => this.#queue?.retry(one.fileId),
                    onSupply: () => this.#chooseAgain(one),
                  }),
              )}
            </ul>`
          : nothing
      }
      <p class="heard" role="status">${this.news}</p>
    `;
  }

  #tools(): TemplateResult {
    const rules = this.#queue?.rules;
    const hasCamera = rules?.kinds.includes('image') && matchMedia('(pointer: coarse)').matches;
    return html`
      <div class="tools" @keydown=${this.#escape}>
        ${
          rules
            ? html`<button class="button" type="button" @click=${() => this.#choose('.any')}>${icon(clipPath)}${sentences.choose}</button>
              <input class="any" type="file" multiple hidden accept=${acceptOf(rules)} @change=${this.#take} />`
            : nothing
        }
        ${
          hasCamera
            ? html`<button class="button" type="button" @click=${() => this.#choose('.camera')}>${icon(cameraPath)}${sentences.takePicture}</button>
              <input class="camera" type="file" hidden accept="image/*" capture="environment" @change=${this.#take} />`
            : nothing
        }
        <button class="button" type="button" aria-expanded=${this.hasEmoji ? 'true' : 'false'} @click=${this.#toggleEmoji}>${icon(smilePath)}${sentences.emoji}</button>
        ${
          writesToCustomer(this.conversation)
            ? html`<button class="button" type="button" aria-expanded=${this.hasTemplates ? 'true' : 'false'} @click=${this.#toggleTemplates}>${icon(cardsPath)}${deskTemplates.open}</button>`
            : nothing
        }
      </div>
      ${
        this.hasTemplates
          ? html`<eyeline-template-picker .conversation=${this.conversation} .onClose=${this.#putAway}></eyeline-template-picker>`
          : nothing
      }
      ${this.hasEmoji ? html`<eyeline-emoji-picker .onPick=${this.onEmoji} @keydown=${this.#escape}></eyeline-emoji-picker>` : nothing}
    `;
  }

  #follow(): void {
    this.#unsubscribe();
    const { conversation } = this;
    if (!conversation || !this.isConnected) return;
    const queue = fileQueueOf(conversation);
    this.#queue = queue;
    this.files = queue.files;
    this.#unsubscribe = queue.subscribe(sent => {
      this.files = queue.files;
      if (sent) this.news = sentences.sent(sent.name);
    });
  }

  /** The focus goes on to where one writes, when what had it is gone. */
  #remove({ fileId }: WaitingFile): void {
    this.#queue?.remove(fileId);
    this.onClose?.();
  }

  /** The picker says nothing of what it was opened for. */
  #chooseAgain({ fileId }: WaitingFile): void {
    this.#missing = fileId;
    this.#choose('.again');
  }

  readonly #supply = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    const fileId = this.#missing;
    if (file && fileId) void this.#queue?.supply(fileId, file);
    input.value = '';
    this.onClose?.();
  };

  #choose(which: '.any' | '.camera' | '.again'): void {
    this.renderRoot.querySelector<HTMLInputElement>(which)?.click();
  }

  readonly #take = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file can be chosen once more.
    input.value = '';
    if (files.length === 0) return;
    this.add(files);
    this.onClose?.();
  };

  readonly #toggleTemplates = (): void => {
    if (this.hasTemplates) this.hasTemplates = false;
    else this.openTemplates();
  };

  readonly #putAway = (): void => {
    this.hasTemplates = false;
    this.isOpen = false;
    this.onClose?.();
  };

  readonly #toggleEmoji = (): void => {
    this.hasTemplates = false;
    this.hasEmoji = !this.hasEmoji;
    if (this.hasEmoji) void import('./define-emoji.ts');
  };

  /** It puts the choices away, and not what is around them too. */
  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.toggle();
    this.onClose?.();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-composer-tools': ComposerToolsElement;
  }
}
