import type { AgentId } from '@eyeline/protocol';
import type { ExternalTaskInput } from '../input.ts';
import { notifyFallback } from '../notify/fallback.ts';
import { closeOffer } from '../offering/close-offer.ts';
import { closeTask, isWaiting } from '../offering/close-task.ts';
import { isAskedOutside, offerOutside, takeOutside } from '../offering/offer-outside.ts';
import type { ExternalTask } from '../record/external-task.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { moveTask } from './queue.ts';

/** What a router outside says of a task that it was given. */
export function applyExternalTask(turn: Turn, input: ExternalTaskInput): void {
  const { state } = turn;
  const externalTask = state.externalTasks.get(input.number);
  if (!externalTask) return;
  if (input.type === 'external-task.let-go') {
    // Only what the task does not need any more: otherwise it would be lost there.
    if (externalTask.isReleased) state.externalTasks.delete(externalTask.number);
    return;
  }
  if (input.type === 'external-task.placed') {
    externalTask.address = input.address;
    reach(turn, externalTask);
    return;
  }
  const task = state.tasks.get(externalTask.taskId);
  if (!task || task.externalTask !== externalTask.number || !isWaiting(task)) return;
  turn.touchTask(task);
  if (input.type !== 'external-task.unreachable') reach(turn, externalTask);
  switch (input.type) {
    case 'external-task.unreachable':
      externalTask.isUnreachable = true;
      turn.judged.add(task);
      return;
    case 'external-task.queued':
      giveBack(turn, externalTask, task);
      if (externalTask.waitMs === input.waitMs) return;
      externalTask.waitMs = input.waitMs;
      externalTask.statedAt = turn.now;
      turn.placed.add(task);
      return;
    case 'external-task.chosen':
      choose(turn, externalTask, task, input.agentId);
      return;
    case 'external-task.taken': {
      const agentSession = state.agentSessions.get(input.agentId);
      if (agentSession) takeOutside(turn, task, agentSession);
      return;
    }
    case 'external-task.given-up':
      notifyFallback(turn, task, input.because);
      closeTask(turn, task, 'given-up');
      return;
    case 'external-task.moved':
      moveTask(turn, task, input.queueId, 'outside-failed');
      return;
  }
}

/** It can be heard of again. */
function reach(turn: Turn, externalTask: ExternalTask): void {
  if (!externalTask.isUnreachable) return;
  externalTask.isUnreachable = false;
  const task = turn.state.tasks.get(externalTask.taskId);
  if (task?.externalTask === externalTask.number && isWaiting(task)) turn.judged.add(task);
}

function choose(turn: Turn, externalTask: ExternalTask, task: Task, agentId: AgentId): void {
  const { state } = turn;
  if (task.state === 'offered' && task.agentId === agentId) return;
  if (externalTask.passedBy === agentId) return;
  giveBack(turn, externalTask, task);
  const agentSession = state.agentSessions.get(agentId);
  if (agentSession?.agent.connected && !isAskedOutside(state, agentSession)) offerOutside(turn, task, agentSession);
}

/** Nobody there has it at the moment. */
function giveBack(turn: Turn, externalTask: ExternalTask, task: Task): void {
  externalTask.passedBy = null;
  const offer = task.offerId === null ? undefined : turn.state.offers.get(task.offerId);
  if (offer) closeOffer(turn, offer, 'withdrawn');
}
