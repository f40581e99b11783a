import { laneOf } from '../pool/lanes.ts';
import type { RoutingOffer } from '../record/offer.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { countStart } from '../wait/service-statistics.ts';
import { leaveLane } from '../waiting/queue-up.ts';
import { scheduleTask } from '../waiting/task-timer.ts';

/** The agent of a closed, accepted offer serves the task from now on. */
export function activate(
  turn: Turn,
  task: Task,
  { agentId, domain, holdsVoice }: Pick<RoutingOffer, 'agentId' | 'domain' | 'holdsVoice'>,
): void {
  const { state, now } = turn;
  const agent = state.agentSessions.get(agentId)?.agent;
  if (!agent) return;
  turn.touchTask(task);
  leaveLane(turn, task);
  // Who has only just come shows nothing of how fast a place becomes free.
  if (task.backlogged && agent.handled > 0) countStart(laneOf(state, task).statistics);
  const externalTask = task.externalTask === null ? undefined : state.externalTasks.get(task.externalTask);
  if (externalTask) externalTask.isTaken = true;
  task.state = 'active';
  task.agentId = agentId;
  task.activeAt = now;
  agent.inHand = [...agent.inHand, { taskId: task.taskId, domain, holdsVoice }];
  agent.availableSince = now;
  turn.touchAgent(agentId);
  scheduleTask(state, task, now);
}
