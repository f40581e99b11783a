export type { AgentBlending, VoiceHold } from './blending/agent-blending.ts';
export {
  type AgentView,
  type NotReadyMark,
  preferredHold,
  type Standing,
  viewOfMedia,
  viewOfVoice,
} from './blending/agent-view.ts';
export { BlendingAgents } from './blending/blending-agents.ts';
export { type BlendingDecision, decideBlending, nextBlendingDeadline } from './blending/decide-blending.ts';
export type { BlendingEffect, BlendingInput, CommandRefusal, VoiceHoldFailure } from './blending/input.ts';
export { type BlendingPolicy, defaultBlendingPolicy, type Way } from './blending/policy.ts';
export { refusalOf } from './blending/refusal.ts';
export { resumeBlending } from './blending/resume-blending.ts';
export { type BlendingState, emptyBlending } from './blending/state.ts';
export type { ApiError } from './codec/api-error.ts';
export type { FinesseDialog, TaskDialog, VoiceDialog } from './codec/dialog.ts';
export type { LayoutConfig } from './codec/layout-config.ts';
export type { FinesseMedia, MediaCommand } from './codec/media.ts';
export type { ReasonCode } from './codec/reason-code.ts';
export type { SystemInfo } from './codec/system-info.ts';
export type { FinesseTeam } from './codec/team.ts';
export { readUpdate, type Update, type UpdateContent } from './codec/update.ts';
export type { FinesseUser, TeamName } from './codec/user.ts';
export { type Connector, type ConnectorOptions, createConnector } from './connector.ts';
export { type FaultCode, FinesseError } from './finesse-error.ts';
export {
  longestSilenceMs,
  type MediaBlending,
  type MediaRouter,
  type RoutableTask,
  type RoutedTask,
  type RoutedTaskStatus,
} from './media-router.ts';
export { type Backoff, defaultBackoff, pauseBefore } from './notifications/backoff.ts';
export { type NotificationTransport, notificationServices } from './notifications/endpoints.ts';
export { type FeedOptions, type FeedState, type NotificationAddress, NotificationFeed } from './notifications/feed.ts';
export { escapeNodeName, teamNode } from './notifications/node-name.ts';
export { checkServiceAccount } from './notifications/service-account.ts';
export { type NotificationSession, openSession, type SessionOptions } from './notifications/session.ts';
export { Account, type Credential } from './rest/account.ts';
export { ChangeLedger } from './rest/change-ledger.ts';
export { chooseReason, type ReasonName } from './rest/choose-reason.ts';
export { type ChosenNode, type ClusterOptions, FinesseCluster } from './rest/cluster.ts';
export type { VoiceChange } from './rest/confirmation.ts';
export { FinesseRest, type FinesseRestOptions } from './rest/finesse-rest.ts';
export { createHttp, type Http, type HttpAnswer, type HttpRequest } from './rest/http.ts';
export { checkOrigin, type NetworkOptions } from './rest/network.ts';
export { OwnDesk } from './rest/own-desk.ts';
export { type PasswordProof, provePassword } from './rest/prove-password.ts';
export { readShownMedia, readShownTasks } from './rest/read-shown.ts';
export {
  decideRoutable,
  type RoutableDecision,
  type RoutableEffect,
  type RoutableInput,
} from './routable/decide-routable.ts';
export type { RoutableView } from './routable/follow-hold.ts';
export { emptyRoutable, isHeld, type RoutableState, resumeRoutable } from './routable/hold.ts';
export { advice } from './sentences/advice.ts';
export {
  compareDirectories,
  type DirectoryChange,
  type DirectoryConflict,
  type DirectoryDifference,
} from './synchroniser/compare.ts';
export type { Directory, DirectoryAgent, LocalDirectory } from './synchroniser/directory.ts';
export { directoryOfFinesse } from './synchroniser/finesse-directory.ts';
export { printDifference } from './synchroniser/print-difference.ts';
export { settleDirectory } from './synchroniser/settle.ts';
export { directoryOfUccx } from './synchroniser/uccx-directory.ts';
export { interactionOf } from './task-routing/binding.ts';
export { CceRouter, type CceRouterOptions } from './task-routing/cce-router.ts';
export { type DomainStanding, domainStandingOf } from './task-routing/domain-state.ts';
export { isTakenUp, nextTaskAction, type TaskStep } from './task-routing/next-task-action.ts';
export { UccxAdminClient, type UccxAdminOptions } from './uccx/admin-client.ts';
export type { SkillLevel } from './uccx/links.ts';
export type { UccxCalendar, UccxLink, UccxQueue, UccxResource, UccxSkill, UccxTeam } from './uccx/objects.ts';
export { UccxAdmin } from './uccx/uccx-admin.ts';
export type { CalendarDraft } from './uccx/write-calendar.ts';
export { type QueueDraft, type QueuePoolDraft, usualQueue } from './uccx/write-queue.ts';
export type { TeamDraft } from './uccx/write-team.ts';
export type { MediaState, TaskDialogState, VoiceCommand, VoiceState } from './words/finesse-words.ts';
export { parseXml } from './xml/parse-xml.ts';
export { writeXml } from './xml/write-xml.ts';
export { type XmlElement, xmlElement } from './xml/xml-element.ts';
export { XmlError } from './xml/xml-error.ts';
