import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { backPath } from '../icons/fallback-paths.ts';
import { wayIcon } from '../icons/icon.ts';
import { cards } from '../sentences/cards.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';

/**
 * Cards beside each other (its children), moved by hand, with the wheel, the arrow keys or its buttons.
 *
 * @tagname eyeline-carousel
 */
export class CarouselElement extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        gap: 8px;
        min-width: 0;
      }

      .strip {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: min(232px, 84%);
        gap: 8px;
        margin: -2px;
        padding: 2px;
        overflow: auto hidden;
        overscroll-behavior-x: contain;
        scroll-snap-type: x mandatory;
        scrollbar-width: none;
      }

      ::slotted(*) {
        scroll-snap-align: start;
      }

      .steps {
        display: flex;
        gap: 4px;
        align-items: center;
        justify-content: flex-end;
      }

      .next .icon {
        rotate: 180deg;
      }
    `,
  ];
  static override properties: PropertyDeclarations = { count: { type: Number }, place: { state: true } };

  /** How many cards there are. */
  declare count: number;
  /** The first one in sight, from 0 on. */
  declare place: number;

  constructor() {
    super();
    this.count = 0;
    this.place = 0;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { count, place } = this;
    const last = this.#last;
    return html`
      <div class="strip" tabindex="0" role="group" aria-label=${cards.severalCards(count)} @scroll=${this.#note} @keydown=${this.#key}>
        <slot></slot>
      </div>
      <div class="steps">
        <span class="muted" aria-live="polite">${cards.card(place + 1, count)}</span>
        <button class="button round quiet" type="button" aria-label=${cards.before} title=${cards.before}
          aria-disabled=${place <= 0 ? 'true' : nothing} @click=${() => this.#go(place - 1)}>${wayIcon(backPath)}</button>
        <button class="button round quiet next" type="button" aria-label=${cards.next} title=${cards.next}
          aria-disabled=${place >= last ? 'true' : nothing} @click=${() => this.#go(place + 1)}>${wayIcon(backPath)}</button>
      </div>
    `;
  }

  get #strip(): HTMLElement | null {
    return this.renderRoot.querySelector('.strip');
  }

  /** From one card to the next, in px; what is read from the right is scrolled to the left. */
  get #step(): number {
    const [first, second] = this.children;
    if (!(first instanceof HTMLElement && second instanceof HTMLElement)) return 1;
    return second.getBoundingClientRect().left - first.getBoundingClientRect().left || 1;
  }

  /** Where the end is in sight there is no further card, though it is not the first in sight. */
  get #last(): number {
    const strip = this.#strip;
    if (!strip?.clientWidth) return this.count - 1;
    return Math.min(this.count - 1, Math.ceil((strip.scrollWidth - strip.clientWidth - 4) / Math.abs(this.#step)));
  }

  #note(): void {
    const strip = this.#strip;
    if (!strip) return;
    const isAtEnd = Math.abs(strip.scrollLeft) + strip.clientWidth >= strip.scrollWidth - 4;
    this.place = isAtEnd ? this.#last : Math.min(this.#last, Math.round(strip.scrollLeft / this.#step));
  }

  #go(place: number): void {
    const wanted = Math.max(0, Math.min(this.#last, place));
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#strip?.scrollTo({ left: wanted * this.#step, behavior: isCalm ? 'auto' : 'smooth' });
  }

  readonly #key = (event: KeyboardEvent): void => {
    const isTurned = this.#step < 0;
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: this.place + (isTurned ? 1 : -1),
      ArrowRight: this.place + (isTurned ? -1 : 1),
      Home: 0,
      End: this.count - 1,
    };
    const wanted = steps[event.key];
    if (wanted === undefined || event.target !== this.#strip) return;
    event.preventDefault();
    this.#go(wanted);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-carousel': CarouselElement;
  }
}
