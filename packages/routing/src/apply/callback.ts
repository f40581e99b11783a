import { notifyFallback } from '../notify/fallback.ts';
import { closeTask, isWaiting, takeFromLane } from '../offering/close-task.ts';
import type { Attempt, AttemptOutcome, Callback, CallbackWindow } from '../record/callback.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { callPolicyOf, nextCall } from '../waiting/call-hours.ts';
import { endTask } from './end-task.ts';
import { findPlace } from './find-place.ts';
import { scheduleCallback } from './schedule-callback.ts';
import { agedFrom, orderOf } from './task-order.ts';

/** Due when its window is open first; at once where it never is, to be closed at once. */
export function newCallback(
  state: RoutingState,
  task: Pick<Task, 'queueId' | 'calendar'>,
  window: CallbackWindow,
): Callback {
  const callback: Callback = { window, attempts: [], dueAt: state.now };
  return { ...callback, dueAt: nextCall(state, task, callback) ?? state.now };
}

/** The agent tried to reach the customer. Not reached: the agent wraps up, and it is tried again later. */
export function recordAttempt(turn: Turn, task: Task, outcome: AttemptOutcome): void {
  const { callback, agentId, taskId } = task;
  if (!callback || agentId === null || task.state !== 'active') return;
  const attempt: Attempt = { at: turn.now, agentId, outcome };
  task.callback = { ...callback, attempts: [...callback.attempts, attempt] };
  turn.notices.push({ type: 'callback.recorded', taskId, attempt });
  if (outcome !== 'reached') endTask(turn, task);
}

/** After the wrap-up of a callback that reached nobody: tries again, or closes it. Nothing when the customer was reached. */
export function reschedule(turn: Turn, task: Task, callback: Callback): boolean {
  const last = callback.attempts.at(-1);
  if (!last || last.outcome === 'reached') return false;
  const dueAt = nextCall(turn.state, task, callback);
  if (callback.attempts.length >= callPolicyOf(turn.state, task).attempts) closeTask(turn, task, 'attempts-used-up');
  else if (dueAt === null) closeTask(turn, task, 'window-passed');
  else scheduleCallback(turn, task, { ...callback, dueAt });
  return true;
}

/** The customer would rather be called than wait. */
export function turnIntoCallback(turn: Turn, task: Task, window: CallbackWindow): void {
  const { state } = turn;
  if (!isWaiting(task) || task.callback) return;
  const place = findPlace(state, task.queueId, 'callback');
  if (!place.ok) {
    notifyFallback(turn, task, place.because);
    return;
  }
  takeFromLane(turn, task);
  const { taskId } = task;
  task.queueId = place.queueId;
  const callback = newCallback(state, task, window);
  task.domain = 'callback';
  task.order = orderOf(state, agedFrom({ requestedAt: task.requestedAt, callback }), task.priority);
  turn.notices.push({ type: 'task.domain-changed', taskId, domain: 'callback' });
  scheduleCallback(turn, task, callback);
}
