import type { HTMLAttributes } from 'vue';
import type { GadgetElement } from '../gadget/gadget-element.ts';
import type { WidgetElement } from '../widget/widget-element.ts';
import type { GadgetProperties, VueListeners, WidgetProperties } from './elements.ts';

type Tag<P> = new () => { $props: Omit<HTMLAttributes, keyof P> & P & VueListeners };

/** The tags in the templates of Vue 3, which sets properties of elements by itself. Types only. */
declare module 'vue' {
  interface GlobalComponents {
    'eyeline-widget': Tag<WidgetProperties>;
    'eyeline-gadget': Tag<GadgetProperties>;
  }
}

/** For `useTemplateRef`. */
export type { GadgetElement, WidgetElement };
