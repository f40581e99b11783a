import type { AgentId, AgentState, Domain, DomainState, OfferOutcome, TaskId, TaskState } from '@eyeline/protocol';
import type { RoutingOffer } from './state.ts';

/** An agent as others see it; `AgentStatus` of the protocol without the name, which routing does not know. */
export interface RoutingStatus {
  readonly agentId: AgentId;
  readonly state: AgentState;
  readonly reason: string | null;
  readonly domains: Readonly<Record<Domain, DomainState>>;
  readonly since: number;
}

/** What follows from a decision. The shell carries it out; nothing in it needs to be decided again. */
export type RoutingEffect =
  | { readonly type: 'offer.closed'; readonly offer: RoutingOffer; readonly outcome: OfferOutcome }
  | { readonly type: 'agent.changed'; readonly status: RoutingStatus }
  | {
      readonly type: 'task.changed';
      readonly taskId: TaskId;
      readonly state: TaskState;
      /** Who has it, or had it last; null when nobody ever did. */
      readonly agentId: AgentId | null;
    }
  | { readonly type: 'offer.made'; readonly offer: RoutingOffer }
  | { readonly type: 'queue.moved'; readonly taskId: TaskId; readonly position: number };
