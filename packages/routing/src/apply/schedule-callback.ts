import type { Callback } from '../record/callback.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { scheduleTask } from '../waiting/task-timer.ts';
import { requeue } from './requeue.ts';

/** A callback waits for its time, or is queued if that has come. */
export function scheduleCallback(turn: Turn, task: Task, callback: Callback): void {
  const { state, now } = turn;
  const { taskId } = task;
  turn.touchTask(task);
  task.callback = callback;
  if (callback.dueAt <= now) {
    requeue(turn, task);
    return;
  }
  task.state = 'scheduled';
  task.agentId = null;
  turn.notices.push({ type: 'callback.scheduled', taskId, dueAt: callback.dueAt });
  scheduleTask(state, task, now);
}
