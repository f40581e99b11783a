import type { ConversationActor } from '@eyeline/machines';
import type { SharedFile } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { downloadPath, filePath } from '../icons/writing-paths.ts';
import { file as sentences } from '../sentences/file.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { kindOf } from './file-kind.ts';
import { sizeOf } from './file-size.ts';
import { keepEscape } from './keep-escape.ts';
import { saveFile } from './save-file.ts';
import { sharedFileStyles } from './shared-file-styles.ts';

/** A picture in the list is no larger than this, in px: what is seen of it, and not what it holds. */
const previewWidth = 480;

/**
 * A file in the conversation. A picture is drawn, so that no address of a picture is needed and pages that allow none show it too; it
 * is opened by a press and can be downloaded. Anything else is downloaded by a press, and never shown.
 *
 * @tagname eyeline-shared-file
 */
export class SharedFileElement extends LitElement {
  static override styles = [base, buttons, sharedFileStyles];
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    file: { attribute: false },
    who: { attribute: false },
    time: {},
    state: { state: true },
    picture: { state: true },
    isOpen: { state: true },
  };

  declare conversation: ConversationActor | null;
  declare file: SharedFile | null;
  /** Who has sent it; null is the one who reads. */
  declare who: string | null;
  /** When. */
  declare time: string;
  declare state: 'resting' | 'coming' | 'missing';
  declare picture: { readonly bitmap: ImageBitmap; readonly address: string } | null;
  declare isOpen: boolean;

  #asked: string | null = null;

  constructor() {
    super();
    this.conversation = null;
    this.file = null;
    this.who = null;
    this.time = '';
    this.state = 'resting';
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

  protected override willUpdate(): void {
    this.toggleAttribute('pictured', (this.file?.width ?? 0) > 0 && this.state !== 'missing');
  }

  protected override updated(): void {
    if (this.isConnected && this.file?.width && this.#asked !== this.file.fileId) this.#ask();
    for (const canvas of this.renderRoot.querySelectorAll('canvas')) this.#draw(canvas);
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { file } = this;
    if (!file) return nothing;
    const { width = 0, height = 0 } = file;
    return width > 0 && height > 0 ? this.#preview(file, width, height) : this.#card(file);
  }

  #preview(file: SharedFile, fileWidth: number, fileHeight: number): TemplateResult {
    const { picture } = this;
    const label = this.#labelOf(file);
    if (this.state === 'missing') return this.#missing(sentences.missing);
    const width = Math.min(previewWidth, fileWidth);
    const height = Math.max(1, Math.round((width * fileHeight) / fileWidth));
    return html`
      <button class="preview" type="button" aria-label="${sentences.open}: ${label}" title=${label}
        ?disabled=${!picture} @click=${this.#open}>
        <canvas role="img" aria-label=${picture ? label : sentences.loading} width=${width} height=${height}></canvas>
      </button>
      ${this.isOpen && picture ? this.#dialog(file, picture.address) : nothing}
    `;
  }

  #card(file: SharedFile): TemplateResult {
    const { name = '' } = file;
    if (this.state === 'missing')
      return html`<p class="name" dir="auto">${name}</p>${this.#missing(sentences.notFetched)}`;
    const isComing = this.state === 'coming';
    return html`<button class="card" type="button" aria-disabled=${isComing ? 'true' : nothing}
        @click=${() => !isComing && this.#ask()}>
        ${icon(filePath)}
        <span class="about"><span class="heard">${sentences.download}: </span><span class="name" dir="auto">${name}</span>
          <span class="kind">${isComing ? sentences.fetching : html`<bdi>${kindOf(name)}</bdi> · <bdi>${sizeOf(file.bytes)}</bdi>`}</span></span>
        ${icon(downloadPath)}
      </button>`;
  }

  #missing(sentence: string): TemplateResult {
    return html`<p class="missing" role="status">${sentence}
      <button class="button quiet" type="button" @click=${this.#ask}>${sentences.tryAgain}</button></p>`;
  }

  #dialog(file: SharedFile, address: string): TemplateResult {
    const label = this.#labelOf(file);
    return html`<dialog aria-label=${label} @close=${this.#close} @keydown=${keepEscape}>
      <canvas role="img" aria-label=${label} width=${file.width} height=${file.height}></canvas>
      <footer>
        <a class="button" href=${address} download=${nameOf(file)}>${sentences.download}</a>
        <button class="button primary" type="button" @click=${this.#close}>${sentences.close}</button>
      </footer>
    </dialog>`;
  }

  /** What it is, for those who do not see it. */
  #labelOf({ name, bytes }: SharedFile): string {
    if (name === undefined) return sentences.snapshot(this.who, this.time);
    return sentences.shared(name, kindOf(name), sizeOf(bytes));
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
    this.state = 'coming';
    conversation.send({ type: 'open-file', fileId: file.fileId });
    const reading = conversation.getSnapshot().children[file.fileId];
    reading?.subscribe({ complete: () => void this.#take(file, reading.getSnapshot().output) });
  };

  async #take(file: SharedFile, content: unknown): Promise<void> {
    if (this.#asked !== file.fileId) return;
    this.state = 'missing';
    if (!(content instanceof Blob)) return;
    if (file.width) {
      const bitmap = await createImageBitmap(content).catch(() => null);
      if (!bitmap) return;
      this.picture = { bitmap, address: URL.createObjectURL(content) };
    } else saveFile(content, nameOf(file));
    this.state = 'resting';
  }

  #draw(canvas: HTMLCanvasElement): void {
    const { bitmap } = this.picture ?? {};
    if (bitmap) canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
}

const nameOf = ({ name }: SharedFile): string => name ?? `${sentences.fileName}.jpg`;

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-shared-file': SharedFileElement;
  }
}
