import type { GadgetElement } from '../gadget/gadget-element.ts';
import type { CallEndedDetail, ErrorDetail } from '../widget/page-events.ts';
import type { WidgetElement } from '../widget/widget-element.ts';

/** What the page hears of widget and desk: event by name. */
export interface EyelineEvents {
  readonly 'eyeline-call-started': CustomEvent<null>;
  readonly 'eyeline-call-ended': CustomEvent<CallEndedDetail>;
  readonly 'eyeline-error': CustomEvent<ErrorDetail>;
}

/** Listeners as a framework names them in JSX: `on` or `on:`, and the event. */
export type Listeners<Prefix extends string> = {
  [N in keyof EyelineEvents as `${Prefix}${N}`]?: (event: EyelineEvents[N]) => void;
};

type Given<E, K extends keyof E> = { [P in K]?: E[P] | undefined };

/** What may be given to `<eyeline-widget>`. */
export type WidgetProperties = Given<
  WidgetElement,
  'session' | 'open' | 'label' | 'theme' | 'position' | 'testPicture' | 'picture'
>;

/** What may be given to `<eyeline-gadget>`. */
export type GadgetProperties = Given<GadgetElement, 'session' | 'theme' | 'testPicture' | 'picture'>;
