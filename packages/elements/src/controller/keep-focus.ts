import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** The panel that an element stands in, however deep: it knows where a customer goes on, on a phone too. */
export function panelAround(element: Element): HTMLElement | null {
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    if (root.host.localName === 'eyeline-chat-panel') return root.host as HTMLElement;
  return null;
}

/**
 * Where what had the focus is gone after a drawing, somebody goes on at `target`, and not at the beginning of the page: without a
 * pointer the way back would be long.
 */
export class KeepFocus implements ReactiveController {
  readonly #host: Host;
  readonly #target: (host: HTMLElement) => HTMLElement | null | undefined;
  #had = false;

  constructor(host: Host, target: (host: HTMLElement) => HTMLElement | null | undefined = panelAround) {
    this.#host = host;
    this.#target = target;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#had = this.#host.shadowRoot?.activeElement != null;
  }

  hostUpdated(): void {
    if (this.#had && !this.#host.shadowRoot?.activeElement) this.#target(this.#host)?.focus({ preventScroll: true });
  }
}
