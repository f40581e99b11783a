import { laneOf, planOf } from '../pool/lanes.ts';
import { queueOf } from '../pool/plans.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import { callEnd } from './call-hours.ts';

/** Sets a task's timer to the next instant at which something happens to it by itself. */
export function scheduleTask(state: RoutingState, task: Task, now: number): void {
  const at = wakingOf(state, task, now);
  state.timers.move('task', task.taskId, task.wakesAt, at);
  task.wakesAt = at;
}

function wakingOf(state: RoutingState, task: Task, now: number): number | null {
  switch (task.state) {
    case 'scheduled':
      return task.callback?.dueAt ?? null;
    case 'wrapping-up': {
      const wrapUpMs = queueOf(state, task.queueId)?.wrapUpMs;
      return wrapUpMs === undefined || task.endedAt === null ? null : task.endedAt + wrapUpMs;
    }
    case 'queued': {
      const next = Math.min(
        stepEnd(state, task) ?? Number.POSITIVE_INFINITY,
        waitEnd(state, task) ?? Number.POSITIVE_INFINITY,
        pauseEnd(state, task, now),
      );
      return Number.isFinite(next) ? next : null;
    }
    default:
      return null;
  }
}

/** When the next step is due; null when there is none. */
export function stepEnd(state: RoutingState, task: Task): number | null {
  const { steps } = planOf(state, task);
  const timeoutMs = task.step + 1 < steps.length ? steps[task.step]?.timeoutMs : null;
  return timeoutMs === null || timeoutMs === undefined ? null : task.steppedAt + timeoutMs;
}

/** When the task has waited for as long as it may; null when it may for ever. */
export function waitEnd(state: RoutingState, task: Task): number | null {
  if (task.callback) return callEnd(state, task, task.callback);
  const { maxWaitMs } = laneOf(state, task).queue;
  return maxWaitMs === undefined ? null : task.joinedAt + maxWaitMs;
}

/** When somebody who declined may be asked again. */
function pauseEnd({ configuration }: RoutingState, { declines }: Task, now: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { at } of declines) {
    const end = at + configuration.policy.declinePauseMs;
    if (end > now) next = Math.min(next, end);
  }
  return next;
}
