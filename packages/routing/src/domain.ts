import * as v from 'valibot';

/** A kind of work with its own readiness and capacity ("media routing domain"), the richest first. */
export const RoutingDomain = v.picklist(['video', 'chat', 'email', 'callback']);
export type RoutingDomain = v.InferOutput<typeof RoutingDomain>;

/** An agent in one domain. */
export const RoutingDomainState = v.picklist([
  'not-ready',
  'ready',
  'reserved',
  'active',
  'busy',
  'pending-not-ready',
  'interrupted',
]);
export type RoutingDomainState = v.InferOutput<typeof RoutingDomainState>;

/** What a customer may be given instead, in the order in which it is proposed. */
export const FallbackOption = v.picklist(['video', 'chat', 'callback', 'message']);
export type FallbackOption = v.InferOutput<typeof FallbackOption>;

export const routingDomains: readonly RoutingDomain[] = RoutingDomain.options;
export const fallbackOptions: readonly FallbackOption[] = FallbackOption.options;
