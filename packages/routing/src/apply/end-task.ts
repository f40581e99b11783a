import { closeOffer } from '../offering/close-offer.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { scheduleTask } from '../waiting/task-timer.ts';

/** The conversation is over; the agent wraps up. */
export function endTask(turn: Turn, task: Task): void {
  const { state, now } = turn;
  const change = task.offerId === null ? undefined : state.offers.get(task.offerId);
  if (change) closeOffer(turn, change, 'withdrawn');
  turn.touchTask(task);
  task.state = 'wrapping-up';
  task.endedAt = now;
  scheduleTask(state, task, now);
}
