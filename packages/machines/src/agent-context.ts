import type {
  AgentStatus,
  AgentTask,
  AttemptOutcome,
  Choice,
  Consult,
  Domain,
  Failure,
  ListedTask,
  Offer,
  OfferId,
  Target,
  TaskId,
  WireEvent,
  Wish,
} from '@eyeline/protocol';
import type { ConversationActor } from './conversation-machine.ts';
import type { IdSource } from './identity.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { Outcome } from './outcome.ts';
import type { LineEvent, Wished } from './signaling.ts';

export interface AgentInput {
  /** What an earlier page of the same desk left; null to sign in. */
  readonly token: string | null;
  readonly ids: IdSource;
  readonly outboxes?: OutboxStore | undefined;
}

/** A task in the agent's hands, with the conversation that it serves. */
export interface DeskTask extends AgentTask {
  readonly conversation: ConversationActor;
  /** What a colleague asks about, to be read; null where this is no consult. Over, a consult stays until it is put away. */
  readonly reading: ConversationActor | null;
}

/** What this agent asks a colleague, with what they say to each other. */
export interface DeskConsult extends Consult {
  readonly conversation: ConversationActor;
}

export interface AgentContext extends AgentInput {
  readonly online: boolean;
  /** Why the server lets this page in only later, as long as it is not online; null where nothing was said. */
  readonly obstacle: Failure | null;
  readonly agent: AgentStatus | null;
  readonly offers: readonly Offer[];
  /** In the order in which they were taken. */
  readonly tasks: readonly DeskTask[];
  /** The agent's own questions to colleagues, the latest last. */
  readonly consults: readonly DeskConsult[];
  readonly selected: TaskId | null;
  /** What the agent may pick, in the order of serving. */
  readonly listed: readonly ListedTask[];
  /** What the agent has picked last: it is shown when it comes. */
  readonly picked: TaskId | null;
  /** Where the task may be handed over to, or who may be asked, as asked last; `targets` is null until the answer has come. */
  readonly handover: {
    readonly taskId: TaskId;
    readonly purpose: TargetPurpose;
    readonly targets: readonly Target[] | null;
  } | null;
  readonly wrapUpCodes: readonly Choice[];
  readonly notReadyReasons: readonly Choice[];
  /** The server's clock when it last told the whole desk, in ms since the epoch; 0 before. */
  readonly toldAt: number;
  readonly failure: Failure | null;
}

export type TargetPurpose = Wish<'target.list'>['purpose'];

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
  | { type: 'transfer'; taskId: TaskId; to: Wish<'task.transfer'>['to'] }
  /** A colleague first, unknown to the customer; to end it is for the consult's conversation. */
  | { type: 'ask-colleague'; taskId: TaskId; to: Wish<'consult.ask'>['to']; question: string }
  /** The colleague who was asked takes the task over. */
  | { type: 'complete-consult'; taskId: TaskId }
  /** Takes a consult that is over off the desk. */
  | { type: 'put-away'; taskId: TaskId }
  /** How a try to call the customer back went. */
  | { type: 'record-attempt'; taskId: TaskId; outcome: AttemptOutcome }
  | { type: 'dismiss-failure' };

export type AgentEvent = AgentIntent | LineEvent | WireEvent | Outcome | Wished;
