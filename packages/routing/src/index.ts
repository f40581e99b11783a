export { whyNoTakeOver } from './apply/consult.ts';
export { domainObstacle } from './apply/domain.ts';
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
  CallbackRequest,
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
export { AgentConfiguration } from './configuration/agent-configuration.ts';
export { type CheckedConfiguration, checkConfiguration } from './configuration/check-configuration.ts';
export {
  defaultConfiguration,
  RoutingConfiguration,
  type RoutingConfigurationSource,
} from './configuration/configuration.ts';
export { QueueConfiguration } from './configuration/queue-configuration.ts';
export { Selection } from './configuration/selection.ts';
export { SkillTerm, Term } from './configuration/term.ts';
export { type Decision, decide, nextDeadline } from './decide.ts';
export { FallbackOption, fallbackOptions, RoutingDomain, RoutingDomainState, routingDomains } from './domain.ts';
export type {
  RefusedReason,
  RoutingEffect,
  RoutingStatus,
  RoutingTaskState,
  TaskEnding,
  UnservableReason,
} from './effect.ts';
export type { ExternalTaskInput, RoutingInput, TaskRequest } from './input.ts';
export { fallbackOf } from './notify/fallback.ts';
export { unservedReason, type Viability, viability } from './notify/viability.ts';
export { own } from './own.ts';
export { isSatisfied } from './pool/requirement.ts';
export { agentStatus, agentStatuses } from './query/agent-status.ts';
export { type LaneFigures, queueFigures } from './query/lane-figures.ts';
export { positionOf } from './query/position.ts';
export { type ListedTask, pullList } from './query/pull-list.ts';
export { agentOf, offerOf, taskOf, waitingCount } from './query/records.ts';
export { type Targets, targetsOf } from './query/targets.ts';
export type { QueueId } from './queue-id.ts';
export type { Agent } from './record/agent.ts';
export { type Attempt, type AttemptOutcome, attemptOutcomes, type CallbackWindow } from './record/callback.ts';
export type { ExternalTask } from './record/external-task.ts';
export type { RoutingOffer } from './record/offer.ts';
export { restore } from './record/restore.ts';
export { type RoutingSnapshot, snapshot } from './record/snapshot.ts';
export { emptyRouting, type RoutingState } from './record/state.ts';
export type { Task } from './record/task.ts';
export { type Voice, type VoiceState, voiceStates } from './record/voice.ts';
export { type AppliedRules, applyRules } from './rules/apply-rules.ts';
export { Condition, holds } from './rules/condition.ts';
export { ExternalRouter, RouterRequest, RouterResponse } from './rules/external-router.ts';
export { type Attributes, AttributeValue, QueueFigures, RouteFacts } from './rules/route-facts.ts';
export { mergeOutcomes, RouteOutcome, skillsOf } from './rules/route-outcome.ts';
export { type OnRoute, RouteRequest } from './rules/route-request.ts';
export { Rule, Rules } from './rules/rule.ts';
export { type KnownIds, outcomeFaults, ruleFaults } from './rules/rule-reference.ts';
export { type FallbackReason, type RouteAnswer, type SettledRoute, settleRoute } from './rules/settle-route.ts';
export type { WaitEstimate } from './wait/wait-estimate.ts';
