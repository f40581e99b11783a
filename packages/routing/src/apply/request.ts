import type { TaskRequest } from '../input.ts';
import { queueOf } from '../pool/plans.ts';
import type { Consult } from '../record/consult.ts';
import type { Decline, Task } from '../record/task.ts';
import { closeTask } from '../reservation/close-task.ts';
import { tellLadder } from '../tell/ladder.ts';
import type { Turn } from '../turn.ts';
import { joinLine } from '../waiting/queue-up.ts';
import { newCallback } from './callback.ts';
import { findPlace } from './find-place.ts';
import { scheduleCallback } from './schedule-callback.ts';
import { agedFrom, clampPriority, orderOf } from './task-order.ts';

interface Origin {
  readonly requestedAt: number;
  readonly declines: readonly Decline[];
  readonly consult?: Consult;
}

/** A task is asked for: it joins its queue, or is refused at once with what is possible instead. */
export function request(turn: Turn, wish: TaskRequest, origin?: Origin): void {
  if (!turn.state.tasks.has(wish.taskId)) admit(turn, addTask(turn, wish, origin));
}

/** A new task that is in no line and in nobody's hands yet. */
export function addTask(turn: Turn, wish: TaskRequest, origin?: Origin): Task {
  const { state, now } = turn;
  state.tasksRequested += 1;
  const queueId = wish.queueId ?? state.configuration.defaultQueue;
  const priority = clampPriority(wish.priority ?? queueOf(state, queueId)?.priority ?? 5);
  const requestedAt = origin?.requestedAt ?? now;
  const calendar = wish.calendar ?? null;
  const callback = wish.callback ? newCallback(state, { queueId, calendar }, wish.callback) : null;
  const task: Task = {
    taskId: wish.taskId,
    number: state.tasksRequested,
    queueId,
    domain: wish.domain,
    priority,
    requestedAt,
    order: orderOf(state, agedFrom({ requestedAt, callback }), priority),
    state: 'queued',
    agentId: null,
    offerId: null,
    declines: origin?.declines ?? [],
    skills: wish.skills ?? [],
    preferredAgentId: wish.preferredAgentId ?? null,
    insists: wish.insists === true && wish.preferredAgentId !== undefined,
    ladder: wish.ladder ?? null,
    callback,
    errand: null,
    leftDomain: null,
    calendar,
    ...(origin?.consult && { consult: origin.consult }),
    step: 0,
    steppedAt: now,
    joinedAt: now,
    backlogged: false,
    activeAt: null,
    endedAt: null,
    wakesAt: null,
    toldPosition: null,
    toldWaitMs: null,
    toldUnservable: false,
  };
  turn.touchTask(task, true);
  state.tasks.set(task.taskId, task);
  return task;
}

/** Lets a new task in where there is room: into its queue or, if that is full, into one it overflows to. */
function admit(turn: Turn, task: Task): void {
  const { state } = turn;
  const place = findPlace(state, task.queueId, task.domain);
  if (!place.ok) {
    // Not in any line: only the ladder is left to be told.
    task.state = 'scheduled';
    tellLadder(turn, task, place.because);
    closeTask(turn, task, place.because);
    return;
  }
  const { queueId } = place;
  if (queueId !== task.queueId) {
    const { taskId, queueId: fromQueueId } = task;
    turn.tellings.push({ type: 'task.moved', taskId, fromQueueId, queueId, because: 'queue-full' });
    task.queueId = queueId;
  }
  if (task.callback) scheduleCallback(turn, task, task.callback);
  else joinLine(turn, task);
}
