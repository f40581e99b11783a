import type { HTMLAttributes } from 'preact';
import type { GadgetElement } from '../gadget/gadget-element.ts';
import type { WidgetElement } from '../widget/widget-element.ts';
import type { GadgetProperties, Listeners, WidgetProperties } from './elements.ts';

type Tag<E extends EventTarget, P> = Omit<HTMLAttributes<E>, keyof P> & P & Listeners<'on'>;

/** The tags in the JSX of Preact. Types only. */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'eyeline-widget': Tag<WidgetElement, WidgetProperties>;
      'eyeline-gadget': Tag<GadgetElement, GadgetProperties>;
    }
  }
}
