import { type LadderStep, ladderSteps, type RoutingDomain } from '../domain.ts';
import type { TaskEnding, UnservableReason } from '../effect.ts';
import { lineFor } from '../pool/lines.ts';
import { isServable, queueOf } from '../pool/plans.ts';
import type { QueueId } from '../queue-id.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';

interface LadderWish {
  readonly queueId: QueueId;
  readonly domain: RoutingDomain;
  /** What the entry point allows; null: what the queue allows. */
  readonly ladder: readonly LadderStep[] | null;
}

/**
 * What a customer may be given instead of what they asked for, in the order of proposing: live media only where somebody
 * who is signed in could serve them, a callback only where the queue does callbacks.
 */
export function ladderOf(state: RoutingState, { queueId, domain, ladder }: LadderWish): readonly LadderStep[] {
  const queue = queueOf(state, queueId);
  const allowed = ladder ?? queue?.ladder ?? ladderSteps;
  const asked = ladderSteps.findIndex(step => step === domain);
  return ladderSteps.slice(asked + 1).filter(step => {
    if (!allowed.includes(step)) return false;
    if (step === 'message') return true;
    if (!queue?.domains.includes(step)) return false;
    if (step === 'callback') return queue.callback !== undefined;
    const line = lineFor(state, queueId, step);
    return line !== undefined && isServable(line.plan);
  });
}

export function tellLadder({ state, tellings }: Turn, task: Task, because: UnservableReason | TaskEnding): void {
  tellings.push({ type: 'ladder.told', taskId: task.taskId, because, steps: ladderOf(state, task) });
}
