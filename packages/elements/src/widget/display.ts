import type { ReactiveControllerHost } from 'lit';

/** Where a widget is seen. `corner`: behind a round button; `inline`: in the flow of the page; `page`: it is the page. */
export const displays = ['corner', 'inline', 'page'] as const;
export type Display = (typeof displays)[number];

/** What arranging needs of a widget. */
export interface Arranged extends HTMLElement, ReactiveControllerHost {
  readonly updateComplete: Promise<boolean>;
  display: Display;
  open: boolean;
}
