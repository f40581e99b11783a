import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { joinLine } from '../waiting/queue-up.ts';

/** A task that an agent had, or that was scheduled, is queued at the place of its age. */
export function requeue(turn: Turn, task: Task): void {
  turn.touchTask(task);
  task.activeAt = null;
  task.endedAt = null;
  joinLine(turn, task);
}
