export { Calendar, parseCalendar } from './calendar/calendar.ts';
export { Calendars, calendarsNamed, opennessAt } from './calendar/calendars.ts';
export {
  type AttemptPolicy,
  attemptInstants,
  type CallbackProgress,
  nextAttempt,
} from './calendar/callback-attempt.ts';
export {
  type CallbackAnswer,
  CallbackWish,
  callbackWindow,
  defaultPartsOfDay,
  PartOfDay,
} from './calendar/callback-window.ts';
export { type Fault, faultsOf } from './calendar/fault.ts';
export {
  type Hours,
  holidaysAt,
  isOpen,
  nextChange,
  nextOpening,
  type OpensAt,
  openSpans,
  opensAt,
} from './calendar/opening.ts';
export { isZone, ZoneName } from './calendar/zone.ts';
export { nextDeadline } from './deadline.ts';
export { type Decision, decide } from './decide.ts';
export type { RoutingEffect, RoutingStatus } from './effect.ts';
export type { RoutingInput } from './input.ts';
export { type AppliedRules, applyRules } from './rules/apply-rules.ts';
export { Condition, holds } from './rules/condition.ts';
export { ExternalRouter, RouterRequest, RouterResponse } from './rules/external-router.ts';
export { type Attributes, AttributeValue, QueueFigures, RouteFacts } from './rules/route-facts.ts';
export { mergeOutcomes, RouteOutcome, skillsOf } from './rules/route-outcome.ts';
export { type OnRoute, RouteRequest } from './rules/route-request.ts';
export { Rule, Rules } from './rules/rule.ts';
export { type KnownIds, outcomeFaults, ruleFaults } from './rules/rule-reference.ts';
export { type FallbackReason, type RouteAnswer, type SettledRoute, settleRoute } from './rules/settle-route.ts';
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
