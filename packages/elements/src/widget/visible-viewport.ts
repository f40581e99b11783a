import type { ReactiveController } from 'lit';

/**
 * Tells a phone's panel how much of the screen is left above the keyboard, as `--_visible-height` and `--_visible-top`
 * on the element: browsers do not shrink what is fixed to the screen when the keyboard comes.
 */
export class VisibleViewport implements ReactiveController {
  readonly #host: HTMLElement & { addController(controller: ReactiveController): void };

  constructor(host: HTMLElement & { addController(controller: ReactiveController): void }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    visualViewport?.addEventListener('resize', this.#measure);
    visualViewport?.addEventListener('scroll', this.#measure);
    this.#measure();
  }

  hostDisconnected(): void {
    visualViewport?.removeEventListener('resize', this.#measure);
    visualViewport?.removeEventListener('scroll', this.#measure);
  }

  readonly #measure = (): void => {
    const { style } = this.#host;
    // Zoomed in, a person looks at a part of the page on purpose.
    if (!visualViewport || visualViewport.scale > 1.01) {
      style.removeProperty('--_visible-height');
      style.removeProperty('--_visible-top');
      return;
    }
    style.setProperty('--_visible-height', `${visualViewport.height}px`);
    style.setProperty('--_visible-top', `${visualViewport.offsetTop}px`);
  };
}
