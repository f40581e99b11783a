import { css, html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import { file as sentences } from '../sentences/file.ts';
import { base } from '../theme/base.ts';
import { emoji } from './emoji.ts';

/** How many stand beside each other. */
const columns = 8;

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -columns,
  ArrowDown: columns,
  Home: -emoji.length,
  End: emoji.length,
};

/**
 * Emoji to choose from, by hand or with the arrow keys; one stop for the Tab key. Readers say each by its own name.
 *
 * @tagname eyeline-emoji-picker
 */
export class EmojiPickerElement extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }

      div {
        display: grid;
        grid-template-columns: repeat(${columns}, minmax(0, 1fr));
        max-width: 400px;
        max-height: min(184px, 30vh);
        overflow: auto;
        overscroll-behavior: contain;
      }

      button {
        min-height: 36px;
        margin: 0;
        padding: 0;
        border: 0;
        border-radius: var(--_radius-control);
        background: transparent;
        /* Where the font of the text has a few of them without colour, all are of the same kind. */
        font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', var(--_font);
        font-size: 22px;
        line-height: 32px;
        cursor: pointer;
      }

      button:hover {
        background: var(--_raised);
      }

      button:focus-visible {
        outline: 2px solid var(--_focus);
        outline-offset: -2px;
      }
    `,
  ];
  static override properties: PropertyDeclarations = { onPick: { attribute: false }, current: { state: true } };

  declare onPick: ((emoji: string) => void) | null;
  /** The one that the Tab key comes to. */
  declare current: number;

  constructor() {
    super();
    this.onPick = null;
    this.current = 0;
  }

  protected override firstUpdated(): void {
    this.#focusCurrent();
  }

  protected override render(): TemplateResult {
    return html`<div role="group" aria-label=${sentences.emoji} @keydown=${this.#move}>
      ${emoji.map(
        (one, index) =>
          html`<button type="button" tabindex=${index === this.current ? 0 : -1} @click=${() => this.#pick(one, index)}>${one}</button>`,
      )}
    </div>`;
  }

  #pick(one: string, index: number): void {
    this.current = index;
    this.onPick?.(one);
  }

  readonly #move = (event: KeyboardEvent): void => {
    const isTurned = getComputedStyle(this).direction === 'rtl' && /Left|Right/.test(event.key);
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const wanted = this.current + (isTurned ? -step : step);
    const last = emoji.length - 1;
    const isOut = wanted < 0 || wanted > last;
    if (isOut && Math.abs(step) === columns) return;
    this.current = Math.min(last, Math.max(0, wanted));
    void this.updateComplete.then(() => this.#focusCurrent());
  };

  #focusCurrent(): void {
    this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-emoji-picker': EmojiPickerElement;
  }
}
