export { AgentStatus, AgentTask, Choice, Consult, ConsultTask, Desk, ListedTask, Target } from './agent.ts';
export { Availability, CallbackRequest, Fallback, ModeStanding, WaitEstimate } from './availability.ts';
export { type Call, type FrozenPicture, type LastCall, type Leg, legOf, type WantedSnapshot } from './call.ts';
export { isLess, kindsAbove, mayShow } from './call-kinds.ts';
export { CallMeasures, CallMinute } from './call-measures.ts';
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
export { Card, CardButton, CardMessage, CardPicture } from './content/card.ts';
export { Carousel } from './content/carousel.ts';
export { plainTextOf, valuesText } from './content/content-text.ts';
export { FormMessage } from './content/form-message.ts';
export { MessageAnswer } from './content/message-answer.ts';
export { cardsOf, choicesOf, MessageContent, readContent } from './content/message-content.ts';
export { QuickReplies, QuickReply } from './content/quick-replies.ts';
export { Template } from './content/template.ts';
export { customerAnswers } from './customer-answers.ts';
export { customerCommands } from './customer-commands.ts';
export { customerEvents } from './customer-events.ts';
export { CustomerFact, type FactName, isFactName } from './customer-facts.ts';
export {
  IDENTITY_TOKEN_MAX_LENGTH,
  LONGEST_ATTRIBUTE,
  LONGEST_OF_CUSTOMER,
  MOST_ATTRIBUTES,
} from './customer-lengths.ts';
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
export { DOCTOR_PATH, DoctorBriefing } from './doctor/briefing.ts';
export { Check, CheckName, CheckStatus, checkOf, DoctorCode } from './doctor/check.ts';
export { KEPT_CHECKS, KeptFindings } from './doctor/findings.ts';
export { DoctorReport, doctorReport } from './doctor/report.ts';
export { type Fault as DoctorFault, type FaultLevel, faultsIn, Verdict, verdictOf } from './doctor/verdict.ts';
export {
  EARLIER_CONVERSATIONS_AT_ONCE,
  EARLIER_LINES_AT_ONCE,
  EarlierConversation,
  EarlierConversations,
  EarlierLine,
  EarlierTranscript,
  HistoryPlace,
} from './earlier-conversation.ts';
export { EntryPoint, FormField, FormValues } from './entry-point.ts';
export { CallAnswer, defaultQuality, Escalation, EscalationObstacle, noEscalation, Quality } from './escalation.ts';
export { type EventName, type EventPayload, events, isEventName, type WireEvent } from './events.ts';
export { Fact, factEvents, type NewFact } from './facts.ts';
export { failure } from './failure.ts';
export { FailureCode } from './failure-code.ts';
export { Failure } from './failure-shape.ts';
export {
  chosenIn,
  type FieldFault,
  FieldRules,
  fieldFault,
  readFieldRules,
  TICKED,
} from './field-fault.ts';
export { FILES_PATH, mostFileBytes, mostFilePixels, mostSnapshotBytes } from './file-limits.ts';
export { type FileOffer, fileOffers, fileOffersIn, mailIn } from './file-offers.ts';
export { FileKind, FileRules, readFileRules } from './file-rules.ts';
export { HelpSignal, type MarkSignal, mostPoints, PicturePoint, readHelpSignal } from './help-signal.ts';
export { HelpedPicture } from './helped-picture.ts';
export { Ice, IcePolicy, IceServer } from './ice.ts';
export {
  AgentId,
  CallId,
  CommandId,
  EntryPointId,
  Epoch,
  InteractionId,
  OfferId,
  ParticipantId,
  TaskId,
} from './ids.ts';
export {
  applyFact,
  emptyInteraction,
  type Interaction,
  type Message,
  type Milestone,
  type Participant,
} from './interaction.ts';
export { Invitation, InvitationId, InvitationState, Inviting } from './invitation.ts';
export { joinMeasures, worseOf } from './join-measures.ts';
export { CONSENT_MAX_LENGTH, keptInputs } from './kept-inputs.ts';
export { KEPT_MINUTES } from './kept-minutes.ts';
export {
  type AttributesSaid,
  CustomerAttributes,
  CustomerClaim,
  CustomerLevel,
  type CustomerSaid,
  type IdentityToken,
  KnownCustomer,
} from './known-customer.ts';
export { Lens, LensSetting } from './lens.ts';
export { HttpFailure, LINKS_PATH, LinkOpened, LinkSite, LinkStanding, LinkView } from './link.ts';
export { type Folded, fold } from './masking/folded.ts';
export { coversIn, type Hidden, type MaskedText, maskText } from './masking/mask-text.ts';
export { MaskingKind, readMasking } from './masking/masking-kind.ts';
export { kindAllows, maySend, receives, sends } from './may.ts';
export {
  ConsumerId,
  ConsumerOptions,
  type MediaParameters,
  Produced,
  ProducerId,
  RemoteProducer,
  RoomPeer,
  TransportId,
  TransportOptions,
} from './media.ts';
export { MESSAGE_MAX_LENGTH } from './message-length.ts';
export { Offer } from './offer.ts';
export { toPlainText } from './plain-text.ts';
export { ProactiveInvite, type ProactiveInviteInput, ProactiveInvites, readInvite, readInvites } from './proactive.ts';
export { done, type Reply, refused } from './reply.ts';
export { DtlsParameters, RtpCapabilities, RtpParameters } from './rtp.ts';
export { doctorSentences } from './sentences/doctor.ts';
export { failures, invalidPayload } from './sentences/failures.ts';
export { SharedFile } from './shared-file.ts';
export { Signal } from './signal.ts';
export { SnapshotAnswer } from './snapshot-answer.ts';
export { type ClientToServer, PROTOCOL_VERSION, type ServerToClient, SOCKET_PATH } from './socket.ts';
export { allSources, bothOn, noSources, Sources } from './sources.ts';
export { EntryPointStanding, OpeningHours, readStanding, standingPath } from './standing.ts';
export {
  answersTo,
  readSurvey,
  SurveyAnswers,
  SurveyQuestions,
} from './survey.ts';
export { cutText, cutUnits } from './text.ts';
export { harmless } from './transcript/harmless.ts';
export { isMailAddress, MailAddress, shownAddress } from './transcript/mail-address.ts';
export type { Transcript, TranscriptLine } from './transcript/transcript.ts';
export { transcriptPage } from './transcript/transcript-page.ts';
export { transcriptText } from './transcript/transcript-text.ts';
export {
  AgentState,
  AttemptOutcome,
  CallCause,
  CallEnding,
  CallKind,
  ConsultEnding,
  Disposition,
  Domain,
  DomainState,
  FallbackOption,
  FallbackReason,
  MailState,
  MediaKind,
  MediaPath,
  OfferOutcome,
  Presence,
  RenewReason,
  Role,
  Source,
  SourceState,
  SystemReason,
  TaskState,
} from './vocabulary.ts';
