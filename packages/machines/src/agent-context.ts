import type {
  AgentStatus,
  AgentTask,
  Choice,
  Consult,
  Failure,
  Invitation,
  Inviting,
  ListedTask,
  Offer,
  Target,
  TaskId,
} from '@eyeline/protocol';
import type { TargetPurpose } from './agent-event.ts';
import type { ConversationActor } from './conversation-machine.ts';
import type { AskedCommand } from './desk-command.ts';
import type { IdSource } from './identity.ts';
import type { OutboxStore } from './outbox-store.ts';

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
  /** Links by which customers come to the agent, the latest last. */
  readonly invitations: readonly Invitation[];
  /** How the agent may send links; null where it is not offered. */
  readonly inviting: Inviting | null;
  readonly selected: TaskId | null;
  /** What the agent may pick, in the order of serving. */
  readonly listed: readonly ListedTask[];
  /** What the agent has picked last: it is shown when it comes. */
  readonly picked: TaskId | null;
  /** Where the task may be handed over to, or who may be asked, as asked last; `targets` is null until the answer has come. */
  readonly transfer: {
    readonly taskId: TaskId;
    readonly purpose: TargetPurpose;
    readonly targets: readonly Target[] | null;
  } | null;
  readonly wrapUpCodes: readonly Choice[];
  readonly notReadyReasons: readonly Choice[];
  /** The server's clock when it last told the whole desk, in ms since the epoch; 0 before. */
  readonly notifiedAt: number;
  /** What was asked and is not answered yet, or failed, each for itself. */
  readonly commands: readonly AskedCommand[];
  /** The latest of all that failed; null when it was dismissed. */
  readonly failure: Failure | null;
}
