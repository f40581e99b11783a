import type { Domain } from '@eyeline/protocol';

/** Is it done without the customer being there? Then there is no chat that could be joined or ended. */
export const isDeferred = (domain: Domain): boolean => domain === 'email' || domain === 'callback';
