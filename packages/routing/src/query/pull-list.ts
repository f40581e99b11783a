import type { AgentId, TaskId } from '@eyeline/protocol';
import type { RoutingDomain } from '../domain.ts';
import type { QueueId } from '../queue-id.ts';
import type { RoutingState } from '../record/state.ts';
import { compareTasks, type Task } from '../record/task.ts';

export interface ListedTask {
  readonly taskId: TaskId;
  readonly queueId: QueueId;
  readonly domain: RoutingDomain;
  readonly priority: number;
  readonly requestedAt: number;
}

/** What an agent may pick, in the order of serving, at most `limit`. */
export function pullList(state: RoutingState, agentId: AgentId, limit = 50): readonly ListedTask[] {
  const found = new Set<Task>();
  for (const { pool } of state.agentSessions.get(agentId)?.memberships ?? []) {
    let left = limit;
    pool.listed.find(task => {
      found.add(task);
      left -= 1;
      return left <= 0;
    });
  }
  return [...found]
    .sort(compareTasks)
    .slice(0, limit)
    .map(({ taskId, queueId, domain, priority, requestedAt }) => ({ taskId, queueId, domain, priority, requestedAt }));
}
