import type { ConversationActor } from '@eyeline/machines';
import type { SharedFile } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { file as sentences } from '../sentences/file.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { sharedFileStyles } from './shared-file-styles.ts';

/** A picture in the list is no larger than this, in px: what is seen of it, and not what it holds. */
const previewWidth = 480;

/**
 * A picture in the conversation, which is opened by a press and can be downloaded. It is drawn, and no address of a picture is
 * needed: pages that allow none show it too.
 *
 * @tagname eyeline-shared-file
 */
export class SharedFileElement extends LitElement {
  static override styles = [base, buttons, sharedFileStyles];
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    file: { attribute: false },
    label: {},
    isMissing: { state: true },
    picture: { state: true },
    isOpen: { state: true },
  };

  declare conversation: ConversationActor | null;
  declare file: SharedFile | null;
  /** What it is, for those who do not see it. */
  declare label: string;
  declare isMissing: boolean;
  declare picture: { readonly bitmap: ImageBitmap; readonly address: string } | null;
  declare isOpen: boolean;

  #asked: string | null = null;

  constructor() {
    super();
    this.conversation = null;
    this.file = null;
    this.label = '';
    this.isMissing = false;
    this.picture = null;
    this.isOpen = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.picture) URL.revokeObjectURL(this.picture.address);
    this.picture?.bitmap.close();
    this.picture = null;
    this.#asked = null;
  }

  protected override updated(): void {
    if (this.isConnected && this.file && this.#asked !== this.file.fileId) this.#ask();
    for (const canvas of this.renderRoot.querySelectorAll('canvas')) this.#draw(canvas);
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { file, picture } = this;
    if (!file) return nothing;
    if (this.isMissing)
      return html`<p class="missing" role="status">${sentences.missing}
        <button class="button quiet" type="button" @click=${this.#ask}>${sentences.tryAgain}</button></p>`;
    const width = Math.min(previewWidth, file.width ?? 0);
    const height = Math.round((width * (file.height ?? 0)) / (file.width ?? 1));
    return html`
      <button class="preview" type="button" aria-label="${sentences.open}: ${this.label}" title=${this.label}
        ?disabled=${!picture} @click=${this.#open}>
        <canvas role="img" aria-label=${picture ? this.label : sentences.loading} width=${width} height=${height}></canvas>
      </button>
      ${this.isOpen && picture ? this.#dialog(file, picture.address) : nothing}
    `;
  }

  #dialog({ width, height }: SharedFile, address: string): TemplateResult {
    return html`<dialog aria-label=${this.label} @close=${this.#close} @keydown=${keepEscape}>
      <canvas role="img" aria-label=${this.label} width=${width} height=${height}></canvas>
      <footer>
        <a class="button" href=${address} download="${sentences.fileName}.jpg">${sentences.download}</a>
        <button class="button primary" type="button" @click=${this.#close}>${sentences.close}</button>
      </footer>
    </dialog>`;
  }

  readonly #open = (): void => {
    this.isOpen = true;
  };

  readonly #close = (): void => {
    this.isOpen = false;
  };

  readonly #ask = (): void => {
    const { conversation, file } = this;
    if (!conversation || !file) return;
    this.#asked = file.fileId;
    this.isMissing = false;
    conversation.send({ type: 'open-file', fileId: file.fileId });
    const reading = conversation.getSnapshot().children[file.fileId];
    reading?.subscribe({ complete: () => void this.#take(file, reading.getSnapshot().output) });
  };

  async #take(file: SharedFile, content: unknown): Promise<void> {
    if (this.#asked !== file.fileId) return;
    const bitmap = content instanceof Blob ? await createImageBitmap(content).catch(() => null) : null;
    if (!bitmap || !(content instanceof Blob)) {
      this.isMissing = true;
      return;
    }
    this.picture = { bitmap, address: URL.createObjectURL(content) };
  }

  #draw(canvas: HTMLCanvasElement): void {
    const { bitmap } = this.picture ?? {};
    if (bitmap) canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
}

/** It closes the picture, and not what is around it too. */
const keepEscape = (event: KeyboardEvent) => event.key === 'Escape' && event.stopPropagation();

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-shared-file': SharedFileElement;
  }
}
