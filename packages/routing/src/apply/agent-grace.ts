import type { Agent } from '../record/agent.ts';
import type { Turn } from '../turn.ts';

/** Until when a lost agent keeps the state; null: no such instant. */
export function setGrace({ state }: Turn, agent: Agent, at: number | null): void {
  state.timers.move('agent', agent.agentId, agent.graceEndsAt, at);
  agent.graceEndsAt = at;
}

/** The grace period is over: the agent is not ready, or will be when nothing is in hand any more. */
export function endGrace(turn: Turn, agent: Agent): void {
  setGrace(turn, agent, null);
  turn.touchAgent(agent.agentId);
  if (agent.state !== 'ready') return;
  if (agent.inHand.length > 0) {
    agent.pendingReason ??= 'connection-lost';
    return;
  }
  agent.state = 'not-ready';
  agent.reason = 'connection-lost';
  agent.domains = [];
}
