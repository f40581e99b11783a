import { closeTask } from '../offering/close-task.ts';
import { letGo } from '../offering/let-go.ts';
import { laneFor } from '../pool/lanes.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { countHandled } from '../wait/service-statistics.ts';
import { reschedule } from './callback.ts';

/** The agent is done with it: the task is closed, or a callback is tried again; the agent is available, or not ready. */
export function wrapUp(turn: Turn, task: Task): void {
  const { state, now } = turn;
  const agent = task.agentId === null ? undefined : state.agentSessions.get(task.agentId)?.agent;
  const tookMs = now - (task.activeAt ?? now);
  const lane = laneFor(state, task.queueId, task.domain);
  if (lane) countHandled(lane.statistics, tookMs);
  if (agent) {
    letGo(turn, task, agent);
    agent.handled += 1;
    agent.handleMs += tookMs;
  }
  if (!task.callback || !reschedule(turn, task, task.callback)) closeTask(turn, task, 'wrapped-up');
}
