import type { TaskId } from '@eyeline/protocol';
import { waitOf } from '../notify/moved.ts';
import { isWaiting } from '../offering/close-task.ts';
import { laneOf } from '../pool/lanes.ts';
import type { RoutingState } from '../record/state.ts';
import type { WaitEstimate } from '../wait/wait-estimate.ts';

/**
 * Where a waiting task stands, from 1, and how long it has to wait as things are;
 * null when it does not wait. O(log n) comparisons, and n / 64 additions.
 */
export function positionOf(
  state: RoutingState,
  taskId: TaskId,
): { readonly position: number; readonly wait: WaitEstimate | null } | null {
  const task = state.tasks.get(taskId);
  if (!task || !isWaiting(task)) return null;
  const lane = laneOf(state, task);
  const position = lane.waiting.rankOf(task) + 1;
  return { position, wait: waitOf(state, task, position) };
}
