import type { CallbackPolicy } from '../configuration/queue-configuration.ts';
import { queueOf } from '../pool/plans.ts';
import type { Attempt, AttemptOutcome, Callback, CallbackWindow } from '../record/callback.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import { closeTask, isWaiting, takeFromLine } from '../reservation/close-task.ts';
import { tellLadder } from '../tell/ladder.ts';
import type { Turn } from '../turn.ts';
import { endTask } from './end-task.ts';
import { findPlace } from './find-place.ts';
import { scheduleCallback } from './schedule-callback.ts';
import { agedFrom, orderOf } from './task-order.ts';

const defaultPolicy: CallbackPolicy = { attempts: 3, retryMs: 15 * 60_000 };
const policyOf = (state: RoutingState, task: Task): CallbackPolicy =>
  queueOf(state, task.queueId)?.callback ?? defaultPolicy;

/** The agent tried to reach the customer. Not reached: the agent wraps up, and it is tried again later. */
export function recordAttempt(turn: Turn, task: Task, outcome: AttemptOutcome): void {
  const { callback, agentId, taskId } = task;
  if (!callback || agentId === null || task.state !== 'active') return;
  const attempt: Attempt = { at: turn.now, agentId, outcome };
  task.callback = { ...callback, attempts: [...callback.attempts, attempt] };
  turn.tellings.push({ type: 'callback.recorded', taskId, attempt });
  if (outcome !== 'reached') endTask(turn, task);
}

/** After the wrap-up of a callback that reached nobody: tries again, or closes it. Nothing when the customer was reached. */
export function reschedule(turn: Turn, task: Task, callback: Callback): boolean {
  const last = callback.attempts.at(-1);
  if (!last || last.outcome === 'reached') return false;
  const { attempts, retryMs } = policyOf(turn.state, task);
  const dueAt = Math.max(turn.now, last.at + retryMs);
  if (callback.attempts.length >= attempts) closeTask(turn, task, 'attempts-used-up');
  else if (dueAt >= callback.window.until) closeTask(turn, task, 'window-passed');
  else scheduleCallback(turn, task, { ...callback, dueAt });
  return true;
}

/** The customer would rather be called than wait. */
export function turnIntoCallback(turn: Turn, task: Task, window: CallbackWindow): void {
  const { state, now } = turn;
  if (!isWaiting(task) || task.callback) return;
  const place = findPlace(state, task.queueId, 'callback');
  if (!place.ok) {
    tellLadder(turn, task, place.because);
    return;
  }
  takeFromLine(turn, task);
  const { taskId } = task;
  const callback: Callback = { window, attempts: [], dueAt: Math.max(now, window.from) };
  task.queueId = place.queueId;
  task.domain = 'callback';
  task.order = orderOf(state, agedFrom({ requestedAt: task.requestedAt, callback }), task.priority);
  turn.tellings.push({ type: 'task.domain-changed', taskId, domain: 'callback' });
  scheduleCallback(turn, task, callback);
}
