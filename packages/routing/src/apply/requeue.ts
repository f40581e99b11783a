import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { joinLane } from '../waiting/queue-up.ts';

/** A task that an agent had, or that was scheduled, is queued at the place of its age, for what it came for. */
export function requeue(turn: Turn, task: Task): void {
  turn.touchTask(task);
  task.activeAt = null;
  task.endedAt = null;
  if (task.leftDomain !== null) {
    task.domain = task.leftDomain;
    task.leftDomain = null;
    turn.notices.push({ type: 'task.domain-changed', taskId: task.taskId, domain: task.domain });
  }
  joinLane(turn, task);
}
