import type { Draft } from './draft.ts';
import type { Policy, RoutingAgent, RoutingTask } from './state.ts';
import { isAvailable } from './status.ts';

/** When this agent may be offered this task again, after having declined it; -Infinity for who never did. */
export const mayBeAskedAt = (task: RoutingTask, agent: RoutingAgent, policy: Policy): number => {
  const declinedAt = Object.hasOwn(task.declines, agent.agentId) ? task.declines[agent.agentId] : undefined;
  return declinedAt === undefined ? Number.NEGATIVE_INFINITY : declinedAt + policy.declinePauseMs;
};

export const longestAvailableFirst = (one: RoutingAgent, other: RoutingAgent): number =>
  one.availableSince - other.availableSince || (one.agentId < other.agentId ? -1 : 1);

/** Who never declined it comes first, then whose decline is longest ago. `available` is in order. */
function choose(
  task: RoutingTask,
  available: readonly RoutingAgent[],
  policy: Policy,
  now: number,
): RoutingAgent | undefined {
  let chosen: RoutingAgent | undefined;
  let chosenAt = Number.POSITIVE_INFINITY;
  for (const agent of available) {
    const at = mayBeAskedAt(task, agent, policy);
    if (!agent.domains.includes(task.domain) || at > now || at >= chosenAt) continue;
    chosen = agent;
    chosenAt = at;
  }
  return chosen;
}

/** Makes every offer that can be made. O(agents log agents + queue x available). */
export function match(draft: Draft, now: number): void {
  let available = Object.values(draft.agents).filter(isAvailable).sort(longestAvailableFirst);
  for (const taskId of draft.queue) {
    if (available.length === 0) return;
    const task = draft.task(taskId);
    if (task?.state !== 'queued') continue;
    const agent = choose(task, available, draft.policy, now);
    if (!agent) continue;
    draft.makeOffer(task, agent, now);
    available = available.filter(one => one !== agent);
  }
}
