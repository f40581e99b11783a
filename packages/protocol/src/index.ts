export { AgentStatus, AgentTask, Choice, Consult, ConsultTask, Desk, ListedTask, Target } from './agent.ts';
export { Availability, CallbackRequest, Fallback, WaitEstimate } from './availability.ts';
export {
  answers,
  type Command,
  type CommandInput,
  type CommandName,
  type CommandOutput,
  commands,
  isCommandName,
  type OnceName,
} from './commands.ts';
export { customerAnswers } from './customer-answers.ts';
export { customerCommands } from './customer-commands.ts';
export { customerEvents } from './customer-events.ts';
export { CustomerFact, type FactName, isFactName } from './customer-facts.ts';
export {
  DesktopCommand,
  DesktopCommandId,
  DesktopRefusal,
  type TaskCommand,
  type TaskStanding,
  VoiceChannelReason,
  VoiceChannelState,
  type VoiceCommand,
} from './desktop.ts';
export { EntryPoint, FormField, FormValues } from './entry-point.ts';
export { type EventName, type EventPayload, events, isEventName, type WireEvent } from './events.ts';
export { Fact, factEvents, type NewFact } from './facts.ts';
export { failure } from './failure.ts';
export { Failure, FailureCode } from './failure-code.ts';
export { Ice, IcePolicy, IceServer } from './ice.ts';
export {
  AgentId,
  CallId,
  CommandId,
  EntryPointId,
  InteractionId,
  OfferId,
  ParticipantId,
  TaskId,
} from './ids.ts';
export {
  applyFact,
  type Call,
  emptyInteraction,
  type Interaction,
  type Message,
  type Milestone,
  type Participant,
} from './interaction.ts';
export { Invitation, InvitationId, InvitationState, Inviting } from './invitation.ts';
export { keptInputs } from './kept-inputs.ts';
export {
  ConsumerId,
  ConsumerOptions,
  type MediaParameters,
  ProducerId,
  RemoteProducer,
  RoomPeer,
  TransportId,
  TransportOptions,
} from './media.ts';
export { MESSAGE_MAX_LENGTH } from './message-length.ts';
export { Offer } from './offer.ts';
export { toPlainText } from './plain-text.ts';
export { done, type Reply, refused } from './reply.ts';
export { DtlsParameters, RtpCapabilities, RtpParameters } from './rtp.ts';
export { failures, invalidPayload } from './sentences/failures.ts';
export { Signal } from './signal.ts';
export { type ClientToServer, PROTOCOL_VERSION, type ServerToClient, SOCKET_PATH } from './socket.ts';
export { cutText, cutUnits } from './text.ts';
export {
  AgentState,
  AttemptOutcome,
  CallEnding,
  ConsultEnding,
  Disposition,
  Domain,
  DomainState,
  FallbackOption,
  FallbackReason,
  MediaKind,
  MediaPath,
  OfferOutcome,
  Presence,
  Role,
  Source,
  SystemReason,
  TaskState,
} from './vocabulary.ts';
