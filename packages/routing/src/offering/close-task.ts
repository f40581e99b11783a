import type { TaskEnding } from '../effect.ts';
import { laneOf } from '../pool/lanes.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { countLeft } from '../wait/service-statistics.ts';
import { leaveLane } from '../waiting/queue-up.ts';
import { closeOffer } from './close-offer.ts';

export const isWaiting = ({ state }: Task): boolean =>
  state === 'queued' || state === 'preparing' || state === 'offered';

/** A waiting task leaves its lane, and no offer of it stands. */
export function takeFromLane(turn: Turn, task: Task): void {
  const offer = task.offerId === null ? undefined : turn.state.offers.get(task.offerId);
  if (offer) closeOffer(turn, offer, 'withdrawn');
  leaveLane(turn, task);
  countLeft(laneOf(turn.state, task).statistics);
}

/** The end of a task that no agent has in hand. */
export function closeTask(turn: Turn, task: Task, ending: TaskEnding): void {
  const { state } = turn;
  turn.touchTask(task).ending = ending;
  if (isWaiting(task)) takeFromLane(turn, task);
  state.timers.move('task', task.taskId, task.wakesAt, null);
  task.wakesAt = null;
  if (task.consult) state.consults.delete(task.consult.about);
  state.tasks.delete(task.taskId);
}
