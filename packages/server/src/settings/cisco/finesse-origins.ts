import type { FinesseConfig } from './finesse-config.ts';

/** The origins of pages in the Finesse desktop, as browsers say them. */
export const finesseOrigins = (config: FinesseConfig | undefined): readonly string[] =>
  (config?.nodes ?? []).map(node => new URL(node).origin);
