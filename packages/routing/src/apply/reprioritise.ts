import { isWaiting } from '../offering/close-task.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { reorder } from '../waiting/queue-up.ts';
import { agedFrom, clampPriority, orderOf } from './task-order.ts';

/** From now on this is the task's priority, now and when it is queued again. */
export function reprioritise(turn: Turn, task: Task, priority: number): void {
  task.priority = clampPriority(priority);
  const order = orderOf(turn.state, agedFrom(task), task.priority);
  if (isWaiting(task)) reorder(turn, task, order);
  else task.order = order;
}
