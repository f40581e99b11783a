import type { JSX } from 'solid-js';
import type { GadgetElement } from '../gadget/gadget-element.ts';
import type { WidgetElement } from '../widget/widget-element.ts';
import type { GadgetProperties, Listeners, WidgetProperties } from './elements.ts';

type Tag<E, P> = Omit<JSX.HTMLAttributes<E>, keyof P> & P & Listeners<'on:'>;

/** The tags in the JSX of Solid. Types only. */
declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'eyeline-widget': Tag<WidgetElement, WidgetProperties>;
      'eyeline-gadget': Tag<GadgetElement, GadgetProperties>;
    }
  }
}
