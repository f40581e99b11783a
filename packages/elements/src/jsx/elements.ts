import type { GadgetElement } from '../gadget/gadget-element.ts';
import type {} from '../widget/page-events.ts';
import type { WidgetElement } from '../widget/widget-element.ts';

/** The events of widget and desk, as the page hears them. */
type EyelineEvent = Extract<keyof HTMLElementEventMap, `eyeline-${string}`>;

/** Listeners as a framework names them in JSX: `on` or `on:`, and the event. */
export type Listeners<Prefix extends string> = {
  [N in EyelineEvent as `${Prefix}${N}`]?: (event: HTMLElementEventMap[N]) => void;
};

type Pascal<S extends string> = S extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<S>;

/** Listeners as Vue names what a template writes as `@eyeline-opened`. */
export type VueListeners = {
  [N in EyelineEvent as `on${Pascal<N>}`]?: (event: HTMLElementEventMap[N]) => void;
};

type Given<E, K extends keyof E> = { [P in K]?: E[P] | undefined };

/** What may be given to `<eyeline-widget>`. */
export type WidgetProperties = Given<
  WidgetElement,
  'session' | 'open' | 'label' | 'theme' | 'position' | 'modes' | 'testPicture' | 'picture'
>;

/** What may be given to `<eyeline-gadget>`. */
export type GadgetProperties = Given<GadgetElement, 'session' | 'theme' | 'testPicture' | 'picture'>;
