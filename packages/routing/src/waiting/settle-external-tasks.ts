import { closeOffer } from '../offering/close-offer.ts';
import { isWaiting } from '../offering/close-task.ts';
import { laneOf } from '../pool/lanes.ts';
import { newExternalTask } from '../record/external-task.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';

/** Does the task wait for an agent whom somebody else chooses? An offer that we made before the queue changed hands stands. */
function isOutside(state: RoutingState, task: Task): boolean {
  if (!isWaiting(task) || laneOf(state, task).queue.mode !== 'outside') return false;
  const offer = task.offerId === null ? undefined : state.offers.get(task.offerId);
  return !offer || offer.purpose === 'outside';
}

/** Each touched task that has come to wait for a router outside is requested there; what is not needed any more is released. */
export function settleExternalTasks(turn: Turn): void {
  for (const { task } of turn.tasks.values()) {
    const { state, externalTaskCommands } = turn;
    const isThere = state.tasks.has(task.taskId);
    const isWanted = isThere && isOutside(state, task);
    const externalTask = task.externalTask === null ? undefined : state.externalTasks.get(task.externalTask);
    const isServed = isThere && (task.state === 'active' || task.state === 'wrapping-up');
    const isKept = isServed || (isWanted && externalTask?.isTaken === false && externalTask.queueId === task.queueId);
    if (externalTask && !isKept) {
      externalTask.isReleased = true;
      task.externalTask = null;
      const offer = task.offerId === null ? undefined : state.offers.get(task.offerId);
      if (offer?.purpose === 'outside') closeOffer(turn, offer, 'withdrawn');
      externalTaskCommands.push({ type: 'external-task.release', number: externalTask.number });
    }
    if (!isWanted || task.externalTask !== null) continue;
    state.externalTasksMade += 1;
    task.externalTask = state.externalTasksMade;
    state.externalTasks.set(task.externalTask, newExternalTask(task.externalTask, task, turn.now));
    externalTaskCommands.push({ type: 'external-task.request', number: task.externalTask, taskId: task.taskId });
  }
}
