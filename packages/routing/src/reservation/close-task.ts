import type { TaskEnding } from '../effect.ts';
import { lineOf } from '../pool/lines.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { countLeft } from '../wait/service-statistics.ts';
import { leaveLine } from '../waiting/queue-up.ts';
import { closeOffer } from './close-offer.ts';

export const isWaiting = ({ state }: Task): boolean =>
  state === 'queued' || state === 'reserving' || state === 'offered';

/** A waiting task leaves its line, and no offer of it stands. */
export function takeFromLine(turn: Turn, task: Task): void {
  const offer = task.offerId === null ? undefined : turn.state.offers.get(task.offerId);
  if (offer) closeOffer(turn, offer, 'withdrawn');
  leaveLine(turn, task);
  countLeft(lineOf(turn.state, task).statistics);
}

/** The end of a task that no agent has in hand. */
export function closeTask(turn: Turn, task: Task, ending: TaskEnding): void {
  const { state } = turn;
  turn.touchTask(task).ending = ending;
  if (isWaiting(task)) takeFromLine(turn, task);
  state.timers.move('task', task.taskId, task.wakesAt, null);
  task.wakesAt = null;
  if (task.consult) state.consults.delete(task.consult.about);
  state.tasks.delete(task.taskId);
}
