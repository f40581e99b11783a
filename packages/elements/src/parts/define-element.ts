import type { ReactiveElement } from 'lit';
import { follow, unfollow } from '../sentences/language.ts';

type ElementClass = CustomElementConstructor & Pick<typeof ReactiveElement, 'addInitializer'>;

/** Registers an element once, even where two copies of this code meet on one page; each is in the language that people read. */
export function defineElement(tag: string, element: ElementClass): void {
  if (customElements.get(tag)) return;
  element.addInitializer(host =>
    host.addController({ hostConnected: () => follow(host), hostDisconnected: () => unfollow(host) }),
  );
  customElements.define(tag, element);
}
