import { lineFor } from '../pool/lines.ts';
import type { Task } from '../record/task.ts';
import { closeTask } from '../reservation/close-task.ts';
import { letGo } from '../reservation/let-go.ts';
import type { Turn } from '../turn.ts';
import { countHandled } from '../wait/service-statistics.ts';
import { reschedule } from './callback.ts';

/** The agent is done with it: the task is closed, or a callback is tried again; the agent is available, or not ready. */
export function wrapUp(turn: Turn, task: Task): void {
  const { state, now } = turn;
  const agent = task.agentId === null ? undefined : state.seats.get(task.agentId)?.agent;
  const tookMs = now - (task.activeAt ?? now);
  const line = lineFor(state, task.queueId, task.domain);
  if (line) countHandled(line.statistics, tookMs);
  if (agent) {
    letGo(turn, task, agent);
    agent.handled += 1;
    agent.handleMs += tookMs;
  }
  if (!task.callback || !reschedule(turn, task, task.callback)) closeTask(turn, task, 'wrapped-up');
}
