import type { CustomerActor, Picture } from '@eyeline/machines';
import type { AttributesSaid, CustomerSaid } from '@eyeline/protocol';

/** What commands need of a widget. */
export interface Commanded extends HTMLElement {
  readonly session: {
    readonly actor: CustomerActor;
    identify?(who: CustomerSaid | null): Promise<void>;
    setAttributes?(attributes: AttributesSaid): Promise<void>;
  } | null;
  readonly picture: Picture;
  readonly updateComplete: Promise<boolean>;
  open: boolean;
  destroy(): void;
}
