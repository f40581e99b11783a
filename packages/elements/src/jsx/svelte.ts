import type { HTMLAttributes } from 'svelte/elements';
import type { GadgetElement } from '../gadget/gadget-element.ts';
import type { WidgetElement } from '../widget/widget-element.ts';
import type { GadgetProperties, Listeners, WidgetProperties } from './elements.ts';

type Tag<E extends EventTarget, P> = Omit<HTMLAttributes<E>, keyof P> & P & Listeners<'on'>;

/** The tags in the templates of Svelte 5, which sets properties and hears events of elements by itself. Types only. */
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'eyeline-widget': Tag<WidgetElement, WidgetProperties>;
    'eyeline-gadget': Tag<GadgetElement, GadgetProperties>;
  }
}
