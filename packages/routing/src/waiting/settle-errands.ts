import { lineOf } from '../pool/lines.ts';
import { newErrand } from '../record/errand.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import { closeOffer } from '../reservation/close-offer.ts';
import { isWaiting } from '../reservation/close-task.ts';
import type { Turn } from '../turn.ts';

/** Does the task wait for an agent whom somebody else chooses? An offer that we made before the queue changed hands stands. */
function isOutside(state: RoutingState, task: Task): boolean {
  if (!isWaiting(task) || lineOf(state, task).queue.mode !== 'outside') return false;
  const offer = task.offerId === null ? undefined : state.offers.get(task.offerId);
  return !offer || offer.purpose === 'outside';
}

/** Each touched task that has come to wait for a router outside is requested there; what is not needed any more is released. */
export function settleErrands(turn: Turn): void {
  for (const { task } of turn.tasks.values()) {
    const { state, errandWishes } = turn;
    const isThere = state.tasks.has(task.taskId);
    const isWanted = isThere && isOutside(state, task);
    const errand = task.errand === null ? undefined : state.errands.get(task.errand);
    const isServed = isThere && (task.state === 'active' || task.state === 'wrapping-up');
    const isKept = isServed || (isWanted && errand?.isTaken === false && errand.queueId === task.queueId);
    if (errand && !isKept) {
      errand.isReleased = true;
      task.errand = null;
      const offer = task.offerId === null ? undefined : state.offers.get(task.offerId);
      if (offer?.purpose === 'outside') closeOffer(turn, offer, 'withdrawn');
      errandWishes.push({ type: 'errand.release', number: errand.number });
    }
    if (!isWanted || task.errand !== null) continue;
    state.errandsMade += 1;
    task.errand = state.errandsMade;
    state.errands.set(task.errand, newErrand(task.errand, task, turn.now));
    errandWishes.push({ type: 'errand.request', number: task.errand, taskId: task.taskId });
  }
}
