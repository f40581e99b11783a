import { routingDomains } from '../domain.ts';
import type { RoutingEffect, TaskEnding } from '../effect.ts';
import { notifyFallback } from '../notify/fallback.ts';
import { closeTask, takeFromLane } from '../offering/close-task.ts';
import { endConsult } from '../offering/end-consult.ts';
import { queueOf } from '../pool/plans.ts';
import type { QueueId } from '../queue-id.ts';
import type { Callback } from '../record/callback.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { nextCall } from '../waiting/call-hours.ts';
import { findPlace } from './find-place.ts';
import { requeue } from './requeue.ts';
import { scheduleCallback } from './schedule-callback.ts';

/** Empties a queue: everything that waits there is moved, or closed with what is possible instead. */
export function flush(turn: Turn, queueId: QueueId, toQueueId: QueueId | undefined): void {
  const { state } = turn;
  for (const domain of routingDomains)
    for (const task of state.lanesOf.get(queueId)?.get(domain)?.waiting.toArray() ?? []) {
      const moves = toQueueId !== undefined && toQueueId !== queueId && canMoveTo(turn, task, toQueueId);
      if (moves) move(turn, task, toQueueId, 'flushed');
      else giveUp(turn, task, 'flushed');
    }
}

/** The task has waited as long as it may here. */
export function overflow(turn: Turn, task: Task): void {
  const { state } = turn;
  if (task.consult) {
    endConsult(turn, task, 'nobody-there');
    return;
  }
  if (task.callback) {
    pauseCallback(turn, task, task.callback);
    return;
  }
  const next = task.insists ? undefined : queueOf(state, task.queueId)?.overflow;
  const place = next === undefined ? undefined : findPlace(state, next, task.domain);
  if (place?.ok) move(turn, task, place.queueId, 'max-wait');
  else giveUp(turn, task, 'max-wait');
}

/** A waiting task goes to another queue, if that is one for it. */
export function moveTask(turn: Turn, task: Task, queueId: QueueId, because: Moved['because']): void {
  if (canMoveTo(turn, task, queueId)) move(turn, task, queueId, because);
}

/** It is closed now, or the window is over: the customer is called when it is open again, if that is still wanted. */
function pauseCallback(turn: Turn, task: Task, callback: Callback): void {
  const dueAt = nextCall(turn.state, task, callback);
  if (dueAt === null) {
    giveUp(turn, task, 'window-passed');
    return;
  }
  takeFromLane(turn, task);
  scheduleCallback(turn, task, { ...callback, dueAt });
}

const canMoveTo = ({ state }: Turn, { domain }: Task, queueId: QueueId): boolean =>
  queueOf(state, queueId)?.domains.includes(domain) === true;

type Moved = Extract<RoutingEffect, { readonly type: 'task.moved' }>;

function move(turn: Turn, task: Task, queueId: QueueId, because: Moved['because']): void {
  const { taskId, queueId: fromQueueId } = task;
  takeFromLane(turn, task);
  task.queueId = queueId;
  turn.notices.push({ type: 'task.moved', taskId, fromQueueId, queueId, because });
  requeue(turn, task);
}

function giveUp(turn: Turn, task: Task, ending: TaskEnding): void {
  notifyFallback(turn, task, ending);
  closeTask(turn, task, ending);
}
