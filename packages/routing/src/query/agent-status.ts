import type { AgentId } from '@eyeline/protocol';
import type { RoutingStatus } from '../effect.ts';
import { statusOf } from '../notify/status.ts';
import type { RoutingState } from '../record/state.ts';

/** A signed-in agent as others see it. */
export function agentStatus(state: RoutingState, agentId: AgentId): RoutingStatus | undefined {
  const agentSession = state.agentSessions.get(agentId);
  return agentSession && statusOf(state, agentSession);
}

/** All signed-in agents, in the order of signing in. */
export const agentStatuses = (state: RoutingState): readonly RoutingStatus[] =>
  [...state.agentSessions.values()].map(agentSession => statusOf(state, agentSession));
