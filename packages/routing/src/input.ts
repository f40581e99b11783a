import type { AgentId, Domain, OfferId, TaskId } from '@eyeline/protocol';
import type { Policy } from './state.ts';

/** What routing is told. Plain JSON: the inputs and their instants, in order, are enough to build the state again. */
export type RoutingInput =
  | { readonly type: 'server.started'; readonly policy: Policy }
  | { readonly type: 'clock.ticked' }
  | { readonly type: 'agent.signed-in'; readonly agentId: AgentId }
  | { readonly type: 'agent.signed-out'; readonly agentId: AgentId }
  | { readonly type: 'agent.asked-ready'; readonly agentId: AgentId; readonly domains: readonly Domain[] }
  | { readonly type: 'agent.asked-not-ready'; readonly agentId: AgentId; readonly reason: string }
  | { readonly type: 'agent.connected'; readonly agentId: AgentId }
  | { readonly type: 'agent.disconnected'; readonly agentId: AgentId }
  | { readonly type: 'task.requested'; readonly taskId: TaskId; readonly domain: Domain }
  | { readonly type: 'task.withdrawn'; readonly taskId: TaskId }
  | { readonly type: 'task.ended'; readonly taskId: TaskId }
  | { readonly type: 'task.wrapped-up'; readonly taskId: TaskId }
  | { readonly type: 'offer.accepted'; readonly offerId: OfferId; readonly agentId: AgentId }
  | { readonly type: 'offer.declined'; readonly offerId: OfferId; readonly agentId: AgentId };
