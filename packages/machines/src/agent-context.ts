import type {
  AgentStatus,
  AgentTask,
  Choice,
  Domain,
  Failure,
  Offer,
  OfferId,
  TaskId,
  WireEvent,
} from '@eyeline/protocol';
import type { ConversationActor } from './conversation-machine.ts';
import type { IdSource } from './identity.ts';
import type { Outcome } from './outcome.ts';
import type { LineEvent, Wished } from './signaling.ts';

export interface AgentInput {
  /** What an earlier page of the same desk left; null to sign in. */
  readonly token: string | null;
  readonly ids: IdSource;
}

/** A task in the agent's hands, with the conversation that it serves. */
export interface DeskTask extends AgentTask {
  readonly conversation: ConversationActor;
}

export interface AgentContext extends AgentInput {
  readonly online: boolean;
  readonly agent: AgentStatus | null;
  readonly offers: readonly Offer[];
  /** In the order in which they were taken. */
  readonly tasks: readonly DeskTask[];
  readonly selected: TaskId | null;
  readonly wrapUpCodes: readonly Choice[];
  readonly notReadyReasons: readonly Choice[];
  /** The server's clock when it last told the whole desk, in ms since the epoch; 0 before. */
  readonly toldAt: number;
  readonly failure: Failure | null;
}

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
  | { type: 'dismiss-failure' };

export type AgentEvent = AgentIntent | LineEvent | WireEvent | Outcome | Wished;
