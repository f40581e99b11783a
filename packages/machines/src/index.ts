export type { AgentContext, DeskConsult, DeskTask } from './agent-context.ts';
export type { AgentEvent, AgentIntent, TargetPurpose } from './agent-event.ts';
export { type AgentActor, agentMachine } from './agent-machine.ts';
export type { CallContext, CallEvent, CallIntent } from './call-context.ts';
export { type CallControls, selectCallControls } from './call-controls.ts';
export { type CallFailure, callFailure } from './call-failure.ts';
export { type CallActor, callMachine } from './call-machine.ts';
export {
  type ConversationContext,
  type ConversationEvent,
  type ConversationIntent,
  type Stage,
  stageOf,
} from './conversation-context.ts';
export { type ConversationActor, conversationMachine } from './conversation-machine.ts';
export { type CustomerActor, type CustomerContext, type CustomerIntent, customerMachine } from './customer-machine.ts';
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
export { DeviceError, type DeviceFailure, type DeviceFailureCode, deviceFailure } from './device-failure.ts';
export { type DevicesActor, devicesMachine, type TrackSwitch } from './devices-machine.ts';
export type { Doctor, DoctorFindings, Examination } from './doctor.ts';
export type { IdSource } from './identity.ts';
export { type MediaEvent, type MediaInput, type MediaReport, mediaPort } from './media.ts';
export type { Capture, MediaHandle, Picture } from './media-handle.ts';
export {
  type Expected,
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
export { type ConnectionEvent, connectionId, type SignalingReport, signalingPort, toConnection } from './signaling.ts';
