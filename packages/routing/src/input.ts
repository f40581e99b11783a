import type { AgentId, OfferId, TaskId } from '@eyeline/protocol';
import type { RoutingConfiguration } from './configuration/configuration.ts';
import type { SkillTerm } from './configuration/term.ts';
import type { FallbackOption, RoutingDomain } from './domain.ts';
import type { QueueId } from './queue-id.ts';
import type { AttemptOutcome, CallbackWindow } from './record/callback.ts';
import type { VoiceState } from './record/voice.ts';

/** What an agent does, and what becomes of the agent's connection. */
export type AgentInput =
  | { readonly type: 'agent.signed-in'; readonly agentId: AgentId }
  | { readonly type: 'agent.signed-out'; readonly agentId: AgentId }
  | { readonly type: 'agent.asked-ready'; readonly agentId: AgentId; readonly domains: readonly RoutingDomain[] }
  | { readonly type: 'agent.asked-not-ready'; readonly agentId: AgentId; readonly reason: string }
  | { readonly type: 'agent.connected'; readonly agentId: AgentId }
  | { readonly type: 'agent.disconnected'; readonly agentId: AgentId };

/** What the phone system says. `reason` is the one it shows; ours is recognised by it. */
export type VoiceInput =
  | {
      readonly type: 'voice.changed';
      readonly agentId: AgentId;
      readonly state: VoiceState;
      readonly reason: string | null;
    }
  | { readonly type: 'voice.held'; readonly agentId: AgentId; readonly offerId: OfferId }
  | { readonly type: 'voice.refused'; readonly agentId: AgentId; readonly offerId: OfferId }
  | { readonly type: 'voice.released'; readonly agentId: AgentId };

/** A request for an agent. Only what differs from the queue's own rules has to be said. */
export interface TaskRequest {
  readonly taskId: TaskId;
  readonly domain: RoutingDomain;
  readonly queueId?: QueueId | undefined;
  readonly priority?: number | undefined;
  readonly skills?: readonly SkillTerm[] | undefined;
  /** The last agent (sticky), or a named one. */
  readonly preferredAgentId?: AgentId | undefined;
  /** Nobody else will do: the agent's personal queue. */
  readonly insists?: boolean | undefined;
  /** Who has brought the customer along, and serves them at once where that can be. */
  readonly broughtBy?: AgentId | undefined;
  /** What the entry point allows instead. */
  readonly fallback?: readonly FallbackOption[] | undefined;
  readonly callback?: CallbackWindow | undefined;
  /** The entry point's calendar: nobody is called back while it is closed. The queue's counts in any case. */
  readonly calendar?: string | undefined;
}

export type TaskInput =
  | ({ readonly type: 'task.requested' } & TaskRequest)
  | { readonly type: 'task.withdrawn'; readonly taskId: TaskId }
  | { readonly type: 'task.ended'; readonly taskId: TaskId }
  | { readonly type: 'task.wrapped-up'; readonly taskId: TaskId }
  | { readonly type: 'task.picked'; readonly taskId: TaskId; readonly agentId: AgentId }
  | ({ readonly type: 'task.transferred'; readonly newTask: TaskRequest } & { readonly taskId: TaskId })
  | { readonly type: 'task.domain-asked'; readonly taskId: TaskId; readonly domain: RoutingDomain }
  | { readonly type: 'task.prioritised'; readonly taskId: TaskId; readonly priority: number }
  | { readonly type: 'callback.asked'; readonly taskId: TaskId; readonly window: CallbackWindow }
  | { readonly type: 'callback.attempted'; readonly taskId: TaskId; readonly outcome: AttemptOutcome };

/** An agent asks a colleague first: one, or whoever the queue would choose. Neither named: the queue of the task itself. */
export type ConsultInput =
  | {
      readonly type: 'consult.asked';
      readonly taskId: TaskId;
      /** The task in the asking agent's hands. */
      readonly about: TaskId;
      readonly queueId?: QueueId | undefined;
      readonly agentId?: AgentId | undefined;
    }
  /** The colleague takes over what the consult is about, as `newTaskId`, in this domain. */
  | {
      readonly type: 'consult.completed';
      readonly taskId: TaskId;
      readonly newTaskId: TaskId;
      readonly domain: RoutingDomain;
    };

export type OfferInput =
  | { readonly type: 'offer.accepted'; readonly offerId: OfferId; readonly agentId: AgentId }
  | { readonly type: 'offer.declined'; readonly offerId: OfferId; readonly agentId: AgentId };

/**
 * What a router outside says of the task that `external-task.request` asked it to route. `placed`: it lives there from now on.
 * `queued`: nobody has it, and so long it may last. `chosen`: this agent is being asked there. `taken`: this agent has
 * accepted it there. `given-up`: nobody will get it. `moved`: it is not to be routed there any more. `let-go`: what was
 * released is gone there too.
 */
export type ExternalTaskInput = { readonly number: number } & (
  | { readonly type: 'external-task.placed'; readonly address: string }
  | { readonly type: 'external-task.unreachable' }
  | { readonly type: 'external-task.queued'; readonly waitMs: number | null }
  | { readonly type: 'external-task.chosen'; readonly agentId: AgentId }
  | { readonly type: 'external-task.taken'; readonly agentId: AgentId }
  | {
      readonly type: 'external-task.given-up';
      readonly because: 'given-up' | 'agent-absent';
      /** As it was said there, for the record. */
      readonly reason: string | null;
    }
  | { readonly type: 'external-task.moved'; readonly queueId: QueueId }
  | { readonly type: 'external-task.let-go' }
);

/** What routing is told. Plain JSON: the inputs and their instants, in order, are enough to build the state again. */
export type RoutingInput =
  | { readonly type: 'server.started' }
  | { readonly type: 'clock.ticked' }
  /** The clock was wrong: from now on it shows so many ms more, or less. Comes with the first instant of the right clock. */
  | { readonly type: 'clock.shifted'; readonly byMs: number }
  /** Already checked with `checkConfiguration`. */
  | { readonly type: 'configuration.changed'; readonly configuration: RoutingConfiguration }
  /** Everything that waits there is moved, or closed when no queue is named. */
  | { readonly type: 'queue.flushed'; readonly queueId: QueueId; readonly toQueueId?: QueueId | undefined }
  | AgentInput
  | VoiceInput
  | TaskInput
  | ConsultInput
  | OfferInput
  | ExternalTaskInput;
