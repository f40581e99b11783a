import { InteractionId } from '@eyeline/protocol';
import * as v from 'valibot';
import { RouteFacts } from './route-facts.ts';
import type { RouteOutcome } from './route-outcome.ts';

/** A request that is to be routed, as the hook and the external router get it. */
export const RouteRequest = v.object({
  interactionId: InteractionId,
  /** UTC ms. */
  requestedAt: v.number(),
  facts: RouteFacts,
});
export type RouteRequest = v.InferOutput<typeof RouteRequest>;

/**
 * The integrator's own routing, in TypeScript: gets what the rules proposed and answers with what shall be done, which
 * replaces it. If it throws, is late or answers nonsense, the proposal stands.
 */
export type OnRoute = (request: RouteRequest, outcome: RouteOutcome) => RouteOutcome | Promise<RouteOutcome>;
