import type { AgentId } from '@eyeline/protocol';
import type { ErrandInput } from '../input.ts';
import type { Errand } from '../record/errand.ts';
import type { Task } from '../record/task.ts';
import { closeOffer } from '../reservation/close-offer.ts';
import { closeTask, isWaiting } from '../reservation/close-task.ts';
import { isAskedOutside, offerOutside, takeOutside } from '../reservation/offer-outside.ts';
import { tellLadder } from '../tell/ladder.ts';
import type { Turn } from '../turn.ts';
import { moveTask } from './queue.ts';

/** What a router outside says of a task that it was given. */
export function applyErrand(turn: Turn, input: ErrandInput): void {
  const { state } = turn;
  const errand = state.errands.get(input.number);
  if (!errand) return;
  if (input.type === 'errand.let-go') {
    // Only what the task does not need any more: otherwise it would be lost there.
    if (errand.isReleased) state.errands.delete(errand.number);
    return;
  }
  if (input.type === 'errand.placed') {
    errand.address = input.address;
    reach(turn, errand);
    return;
  }
  const task = state.tasks.get(errand.taskId);
  if (!task || task.errand !== errand.number || !isWaiting(task)) return;
  turn.touchTask(task);
  if (input.type !== 'errand.unreachable') reach(turn, errand);
  switch (input.type) {
    case 'errand.unreachable':
      errand.isUnreachable = true;
      turn.judged.add(task);
      return;
    case 'errand.queued':
      giveBack(turn, errand, task);
      if (errand.waitMs === input.waitMs) return;
      errand.waitMs = input.waitMs;
      errand.saidAt = turn.now;
      turn.placed.add(task);
      return;
    case 'errand.chosen':
      choose(turn, errand, task, input.agentId);
      return;
    case 'errand.taken': {
      const seat = state.seats.get(input.agentId);
      if (seat) takeOutside(turn, task, seat);
      return;
    }
    case 'errand.given-up':
      tellLadder(turn, task, input.because);
      closeTask(turn, task, 'given-up');
      return;
    case 'errand.moved':
      moveTask(turn, task, input.queueId, 'outside-failed');
      return;
  }
}

/** It can be heard of again. */
function reach(turn: Turn, errand: Errand): void {
  if (!errand.isUnreachable) return;
  errand.isUnreachable = false;
  const task = turn.state.tasks.get(errand.taskId);
  if (task?.errand === errand.number && isWaiting(task)) turn.judged.add(task);
}

function choose(turn: Turn, errand: Errand, task: Task, agentId: AgentId): void {
  const { state } = turn;
  if (task.state === 'offered' && task.agentId === agentId) return;
  if (errand.passedBy === agentId) return;
  giveBack(turn, errand, task);
  const seat = state.seats.get(agentId);
  if (seat?.agent.connected && !isAskedOutside(state, seat)) offerOutside(turn, task, seat);
}

/** Nobody there has it at the moment. */
function giveBack(turn: Turn, errand: Errand, task: Task): void {
  errand.passedBy = null;
  const offer = task.offerId === null ? undefined : turn.state.offers.get(task.offerId);
  if (offer) closeOffer(turn, offer, 'withdrawn');
}
