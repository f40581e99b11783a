export type { AgentContext, DeskConsult, DeskTask } from './agent-context.ts';
export type { AgentEvent, AgentIntent, TargetPurpose } from './agent-event.ts';
export { type AgentActor, agentMachine } from './agent-machine.ts';
export { isAwaited, isReadyFor } from './call-awaited.ts';
export type { CallContext, CallEvent, CallIntent, CallStanding, Ready, Wishes } from './call-context.ts';
export { type CallControls, selectCallControls } from './call-controls.ts';
export { type CallFailure, callFailure } from './call-failure.ts';
export { consentFor, type KindAnswer } from './call-kind.ts';
export { type CallActor, callMachine } from './call-machine.ts';
export { type CallMeter, measuresOf, metered, startMeter } from './call-meter.ts';
export { shownTracks, wishesFor } from './call-state.ts';
export {
  type ConversationContext,
  type ConversationEvent,
  type ConversationIntent,
  type FileInput,
  type FileOutcome,
  type FileSending,
  type Stage,
  stageOf,
  unreadOf,
} from './conversation-context.ts';
export { type ConversationActor, conversationMachine } from './conversation-machine.ts';
export { type CustomerActor, type CustomerContext, type CustomerIntent, customerMachine } from './customer-machine.ts';
export { hasChoice, modesOf, standingOf } from './customer-modes.ts';
export type { AskedCommand } from './desk-command.ts';
export { canDo } from './desk-controls.ts';
export {
  type Desktop,
  DesktopError,
  type DesktopEvent,
  type DesktopTasks,
  desktopPort,
  isVoiceAsExpected,
  refusalAtOnce,
} from './desktop.ts';
export { type DeviceFailure, type DeviceFailureCode, deviceFailure } from './device-failure.ts';
export type {
  CaptureReport,
  CaptureRequest,
  DeviceChoice,
  DeviceChoices,
  DeviceEffects,
  DeviceFailures,
  DeviceIds,
  DeviceKind,
  DevicesOrder,
  DevicesReport,
  Facing,
  HardwareOrder,
  HardwareReport,
  Permission,
  SourceEnded,
} from './devices.ts';
export type { DevicesContext } from './devices-context.ts';
export { type DevicesActor, devicesMachine } from './devices-machine.ts';
export { type Doctor, type DoctorFindings, deviceFault, type Examination } from './doctor.ts';
export { type HelpActor, type HelpContext, helpMachine } from './help-machine.ts';
export type { CustomerHistory } from './history.ts';
export type { IdSource } from './identity.ts';
export { type LensInput, type LensOrder, type LensReport, lensPort, type OfferedLens, zoomed } from './lens.ts';
export type { Link, LinkAnswer } from './link.ts';
export { isSamePicture, type Marks, marksOn, noMarks, type Pointer, type Stroke } from './marks.ts';
export {
  type CallHealth,
  type DesiredMedia,
  type Expected,
  type MediaEvent,
  type MediaInput,
  type MediaOrder,
  type MediaReport,
  mediaPort,
  type Remote,
} from './media.ts';
export { boundedBy, fallbackAfter, noFallback } from './media-fallback.ts';
export { type MediaHandle, noTracks, type Picture, type SourceTracks } from './media-handle.ts';
export {
  type Expected as ExpectedHealth,
  type HealthFinding,
  type HealthLevel,
  healthAfter,
  type MediaHealth,
  type MediaSample,
  unknownHealth,
} from './media-health.ts';
export { type DurableCommand, isDurable, type Outbox, type OutboxEntry } from './outbox.ts';
export type { OutboxOwner, OutboxStore } from './outbox-store.ts';
export type { Done, Failed, Lost, Outcome } from './outcome.ts';
export { type Primer, primerOf } from './primer.ts';
export { type ConnectionEvent, connectionId, type SignalingReport, signalingPort, toConnection } from './signaling.ts';
export { type SnapshotInput, type SnapshotReport, snapshotPort } from './snapshot.ts';
export { noSoundLoss, type SoundLoss, soundAfter } from './sound-loss.ts';
export { type StillInput, type StillReport, stillPort } from './still.ts';
