import type { Agent } from '../record/agent.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';

/** The agent has a task in hand no longer: available again, or not ready if that was asked for. */
export function letGo(turn: Turn, { taskId }: Task, agent: Agent): void {
  turn.touchAgent(agent.agentId);
  agent.inHand = agent.inHand.filter(held => held.taskId !== taskId);
  agent.availableSince = turn.now;
  if (agent.pendingReason === null || agent.inHand.length > 0) return;
  agent.state = 'not-ready';
  agent.reason = agent.pendingReason;
  agent.pendingReason = null;
  agent.domains = [];
}
