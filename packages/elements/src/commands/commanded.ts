import type { CustomerActor, Picture } from '@eyeline/machines';

/** What commands need of a widget. */
export interface Commanded extends HTMLElement {
  readonly session: { readonly actor: CustomerActor } | null;
  readonly picture: Picture;
  readonly updateComplete: Promise<boolean>;
  open: boolean;
  destroy(): void;
}
