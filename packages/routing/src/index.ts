export { nextDeadline } from './deadline.ts';
export { type Decision, decide } from './decide.ts';
export type { RoutingEffect, RoutingStatus } from './effect.ts';
export type { RoutingInput } from './input.ts';
export {
  defaultPolicy,
  emptyRouting,
  own,
  type Policy,
  type RoutingAgent,
  type RoutingOffer,
  type RoutingState,
  type RoutingTask,
} from './state.ts';
export { statusOf } from './status.ts';
