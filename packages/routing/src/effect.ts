import type { AgentId, AgentState, OfferId, OfferOutcome, TaskId } from '@eyeline/protocol';
import type { FallbackOption, RoutingDomain, RoutingDomainState } from './domain.ts';
import type { QueueId } from './queue-id.ts';
import type { Attempt } from './record/callback.ts';
import type { RoutingOffer } from './record/offer.ts';
import type { WaitEstimate } from './wait/wait-estimate.ts';

/** An agent as others see it; `AgentStatus` of the protocol without the name, which routing does not know. */
export interface RoutingStatus {
  readonly agentId: AgentId;
  readonly state: AgentState;
  readonly reason: string | null;
  readonly domains: Readonly<Record<RoutingDomain, RoutingDomainState>>;
  readonly since: number;
}

/** `scheduled`: a callback before its time. */
export type RoutingTaskState = 'scheduled' | 'queued' | 'offered' | 'active' | 'wrapping-up' | 'closed';

/** Why a task is closed. */
export type TaskEnding =
  | 'wrapped-up'
  | 'withdrawn'
  | 'signed-out'
  | 'max-wait'
  | 'queue-full'
  | 'unknown-queue'
  | 'domain-not-served'
  | 'flushed'
  /** By the router outside. */
  | 'given-up'
  | 'window-passed'
  | 'attempts-used-up'
  | ConsultEnding;

/** Why a consult is over. `asker-left`: the task it was about is not with who asked any more. */
export type ConsultEnding = 'ended' | 'declined' | 'not-answered' | 'nobody-there' | 'asker-left' | 'handed-over';

/** Why nobody who is signed in could ever serve a task. */
export type UnservableReason = 'nobody-signed-in' | 'no-media' | 'no-skill' | 'agent-absent';

/** Why an agent's own command is not granted. */
export type RefusedReason = 'gone' | 'taken' | 'not-eligible' | 'not-ready' | 'no-room' | 'voice-not-ready';

/** What follows from a decision. The shell carries it out; nothing in it needs to be decided again. */
export type RoutingEffect =
  | { readonly type: 'offer.closed'; readonly offer: RoutingOffer; readonly outcome: OfferOutcome }
  | { readonly type: 'agent.changed'; readonly status: RoutingStatus }
  | {
      readonly type: 'task.changed';
      readonly taskId: TaskId;
      readonly state: RoutingTaskState;
      /** Who has it, or had it last; null when nobody ever did. */
      readonly agentId: AgentId | null;
      /** Only when closed. */
      readonly ending?: TaskEnding;
      /** Whose hands it has left to be served again, now or later: by whoever comes next. */
      readonly leftAgentId?: AgentId;
    }
  | {
      readonly type: 'task.moved';
      readonly taskId: TaskId;
      readonly fromQueueId: QueueId;
      readonly queueId: QueueId;
      readonly because: 'max-wait' | 'queue-full' | 'flushed' | 'outside-failed';
    }
  | { readonly type: 'task.domain-changed'; readonly taskId: TaskId; readonly domain: RoutingDomain }
  | {
      readonly type: 'task.domain-refused';
      readonly taskId: TaskId;
      readonly domain: RoutingDomain;
      readonly because: RefusedReason;
    }
  | {
      readonly type: 'pick.refused';
      readonly taskId: TaskId;
      readonly agentId: AgentId;
      readonly because: RefusedReason;
    }
  | { readonly type: 'callback.scheduled'; readonly taskId: TaskId; readonly dueAt: number }
  | { readonly type: 'callback.recorded'; readonly taskId: TaskId; readonly attempt: Attempt }
  /**
   * Take the agent's phone off voice, showing this reason, if it is ready; then tell `voice.held` or
   * `voice.refused`. May be said twice: the second time changes nothing.
   */
  | {
      readonly type: 'voice.hold';
      readonly agentId: AgentId;
      readonly offerId: OfferId;
      readonly reason: string;
      readonly expiresAt: number;
    }
  /**
   * Make the agent's phone ready again if it is not ready for one of these reasons, and leave it alone otherwise; then
   * tell `voice.released`, or `voice.changed` with what it shows. Is said again until one of them comes.
   */
  | { readonly type: 'voice.release'; readonly agentId: AgentId; readonly reasons: readonly string[] }
  | { readonly type: 'offer.made'; readonly offer: RoutingOffer }
  /** Have the task routed by the router outside; then tell `external-task.placed`, or `external-task.unreachable` for as long as that is so. */
  | { readonly type: 'external-task.request'; readonly number: number; readonly taskId: TaskId }
  /** It is not needed there any more: end it, then tell `external-task.let-go`. */
  | { readonly type: 'external-task.release'; readonly number: number }
  | {
      readonly type: 'queue.moved';
      readonly taskId: TaskId;
      readonly position: number;
      /** null while nobody is ready to serve. */
      readonly wait: WaitEstimate | null;
    }
  /** What the customer may be given instead, and why this is said now. */
  | {
      readonly type: 'fallback.offered';
      readonly taskId: TaskId;
      readonly because: UnservableReason | TaskEnding;
      readonly steps: readonly FallbackOption[];
    }
  /** Somebody is there again who could serve it. */
  | { readonly type: 'fallback.taken-back'; readonly taskId: TaskId };
