import type { RoutingOffer } from '../record/offer.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';

/** An active task goes on in another domain with the same agent. */
export function changeDomain(
  turn: Turn,
  task: Task,
  { agentId, domain, holdsVoice }: Pick<RoutingOffer, 'agentId' | 'domain' | 'holdsVoice'>,
): void {
  const rules = turn.state.configuration.domains;
  const agent = turn.state.agentSessions.get(agentId)?.agent;
  if (!agent) return;
  const { taskId } = task;
  if (!rules[domain].exclusive) task.leftDomain = null;
  else if (!rules[task.domain].exclusive) task.leftDomain = task.domain;
  task.domain = domain;
  agent.inHand = agent.inHand.map(held => (held.taskId === taskId ? { taskId, domain, holdsVoice } : held));
  turn.touchAgent(agentId);
  turn.notices.push({ type: 'task.domain-changed', taskId, domain });
}
