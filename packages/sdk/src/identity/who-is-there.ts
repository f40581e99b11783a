import type { AttributesSaid, CustomerSaid } from '@eyeline/protocol';

/** All that a page says of the customer: who they are, and what else there is to know. */
export interface WhoIsThere extends CustomerSaid {
  readonly attributes?: AttributesSaid | undefined;
}
