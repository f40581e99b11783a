import type { TaskInput, TaskRequest } from '../input.ts';
import { closeTask, isWaiting } from '../offering/close-task.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { recordAttempt, turnIntoCallback } from './callback.ts';
import { applyToConsult } from './consult.ts';
import { askDomain } from './domain.ts';
import { endTask } from './end-task.ts';
import { pick } from './pick.ts';
import { reprioritise } from './reprioritise.ts';
import { request } from './request.ts';
import { wrapUp } from './wrap-up.ts';

/** What becomes of a task. */
export function applyTask(turn: Turn, input: TaskInput): void {
  if (input.type === 'task.requested') {
    request(turn, input);
    return;
  }
  const task = turn.state.tasks.get(input.taskId);
  if (!task) {
    const { taskId } = input;
    if (input.type === 'task.picked')
      turn.notices.push({ type: 'pick.refused', taskId, agentId: input.agentId, because: 'gone' });
    return;
  }
  turn.touchTask(task);
  if (task.consult) {
    applyToConsult(turn, task, input);
    return;
  }
  switch (input.type) {
    case 'task.withdrawn':
      if (task.state === 'active') endTask(turn, task);
      else if (task.state !== 'wrapping-up') closeTask(turn, task, 'withdrawn');
      else task.callback = null;
      return;
    case 'task.ended':
      if (task.state === 'active') endTask(turn, task);
      return;
    case 'task.wrapped-up':
      if (task.state === 'wrapping-up') wrapUp(turn, task);
      return;
    case 'task.picked':
      pick(turn, task, input.agentId);
      return;
    case 'task.transferred':
      transfer(turn, task, input.newTask);
      return;
    case 'task.domain-asked':
      askDomain(turn, task, input.domain);
      return;
    case 'task.prioritised':
      if (isWaiting(task)) reprioritise(turn, task, input.priority);
      return;
    case 'callback.asked':
      turnIntoCallback(turn, task, input.window);
      return;
    case 'callback.attempted':
      recordAttempt(turn, task, input.outcome);
      return;
  }
}

/** The agent wraps up; a new task of the same age looks for somebody else. */
function transfer(turn: Turn, task: Task, newTask: TaskRequest): void {
  if (task.state !== 'active' || task.agentId === null || turn.state.tasks.has(newTask.taskId)) return;
  const declines = [{ agentId: task.agentId, at: turn.now }];
  endTask(turn, task);
  request(turn, newTask, { requestedAt: task.requestedAt, declines });
}
