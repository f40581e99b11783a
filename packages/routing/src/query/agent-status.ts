import type { AgentId } from '@eyeline/protocol';
import type { RoutingStatus } from '../effect.ts';
import type { RoutingState } from '../record/state.ts';
import { statusOf } from '../tell/status.ts';

/** A signed-in agent as others see it. */
export function agentStatus(state: RoutingState, agentId: AgentId): RoutingStatus | undefined {
  const seat = state.seats.get(agentId);
  return seat && statusOf(state, seat);
}

/** All signed-in agents, in the order of signing in. */
export const agentStatuses = (state: RoutingState): readonly RoutingStatus[] =>
  [...state.seats.values()].map(seat => statusOf(state, seat));
