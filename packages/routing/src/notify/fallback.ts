import { type FallbackOption, fallbackOptions, type RoutingDomain } from '../domain.ts';
import type { TaskEnding, UnservableReason } from '../effect.ts';
import { laneFor } from '../pool/lanes.ts';
import { isServable, queueOf } from '../pool/plans.ts';
import type { QueueId } from '../queue-id.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';

interface FallbackRequest {
  readonly queueId: QueueId;
  readonly domain: RoutingDomain;
  /** What the entry point allows; null: what the queue allows. */
  readonly fallback: readonly FallbackOption[] | null;
}

/**
 * What a customer may be given instead of what they asked for, in the order of proposing: live media only where somebody
 * who is signed in could serve them, a callback only where the queue does callbacks.
 */
export function fallbackOf(
  state: RoutingState,
  { queueId, domain, fallback }: FallbackRequest,
): readonly FallbackOption[] {
  const queue = queueOf(state, queueId);
  const allowed = fallback ?? queue?.fallback ?? fallbackOptions;
  const asked = fallbackOptions.findIndex(step => step === domain);
  return fallbackOptions.slice(asked + 1).filter(step => {
    if (!allowed.includes(step)) return false;
    if (step === 'message') return true;
    if (!queue?.domains.includes(step)) return false;
    if (step === 'callback') return queue.callback !== undefined;
    const lane = laneFor(state, queueId, step);
    return lane !== undefined && isServable(lane.plan);
  });
}

export function notifyFallback({ state, notices }: Turn, task: Task, because: UnservableReason | TaskEnding): void {
  notices.push({ type: 'fallback.offered', taskId: task.taskId, because, steps: fallbackOf(state, task) });
}
