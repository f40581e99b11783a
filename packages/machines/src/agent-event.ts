import type {
  AttemptOutcome,
  Command,
  Domain,
  InteractionId,
  InvitationId,
  OfferId,
  TaskId,
  WireEvent,
} from '@eyeline/protocol';
import type { Outcome } from './outcome.ts';
import type { ConnectionEvent } from './signaling.ts';

export type TargetPurpose = Command<'target.list'>['purpose'];

/** What a person did at the desk; what they do inside a conversation goes to the conversation itself. */
export type AgentIntent =
  | { type: 'sign-in'; username: string; password: string }
  | { type: 'sign-out' }
  | { type: 'go-ready'; domains: Domain[] }
  | { type: 'go-not-ready'; reason: string }
  | { type: 'accept-offer'; offerId: OfferId }
  | { type: 'decline-offer'; offerId: OfferId }
  | { type: 'wrap-up'; taskId: TaskId; code: string }
  | { type: 'select'; taskId: TaskId }
  /** From the list of what waits. */
  | { type: 'pick'; taskId: TaskId }
  /** Asks where the task may be handed over to, or who may be asked about it. */
  | { type: 'list-targets'; taskId: TaskId; purpose: TargetPurpose }
  | { type: 'transfer'; taskId: TaskId; to: Command<'task.transfer'>['to'] }
  /** A colleague first, unknown to the customer; to end it is for the consult's conversation. */
  | { type: 'ask-colleague'; taskId: TaskId; to: Command<'consult.ask'>['to']; question: string }
  /** The colleague who was asked takes the task over. */
  | { type: 'complete-consult'; taskId: TaskId }
  /** Takes a consult that is over off the desk. */
  | { type: 'put-away'; taskId: TaskId }
  /** How a try to call the customer back went. */
  | { type: 'record-attempt'; taskId: TaskId; outcome: AttemptOutcome }
  /** A link for each telephone number, or one to be passed on; into a conversation that goes on, or one that begins. */
  | { type: 'invite'; numbers: string[]; into?: InteractionId }
  | { type: 'invite-again'; invitationId: InvitationId }
  | { type: 'withdraw-invitation'; invitationId: InvitationId }
  /** A host's link was opened in this page. */
  | { type: 'take-link'; code: string }
  | { type: 'dismiss-failure' };

export type AgentEvent = AgentIntent | ConnectionEvent | WireEvent | Outcome;
