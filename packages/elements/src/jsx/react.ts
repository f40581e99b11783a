import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { GadgetElement } from '../gadget/gadget-element.ts';
import type { WidgetElement } from '../widget/widget-element.ts';
import type { GadgetProperties, Listeners, WidgetProperties } from './elements.ts';

type Tag<E, P> = Omit<DetailedHTMLProps<HTMLAttributes<E>, E>, keyof P> & P & Listeners<'on'>;

/** The tags in the JSX of React 19, which sets properties and hears events of elements by itself. Types only. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'eyeline-widget': Tag<WidgetElement, WidgetProperties>;
      'eyeline-gadget': Tag<GadgetElement, GadgetProperties>;
    }
  }
}
