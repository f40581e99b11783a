import type { TaskId } from '@eyeline/protocol';
import type { Draft } from './draft.ts';
import type { RoutingInput } from './input.ts';
import { own, type RoutingTask } from './state.ts';

export type TaskInput = Extract<RoutingInput, { type: `task.${string}` }>;
export type OfferInput = Extract<RoutingInput, { type: `offer.${string}` }>;

/** What becomes of a task. */
export function applyTask(draft: Draft, input: TaskInput, now: number): void {
  const { taskId } = input;
  const task = draft.task(taskId);
  if (!task) {
    if (input.type === 'task.requested') request(draft, taskId, input.domain, now);
    return;
  }
  switch (input.type) {
    case 'task.requested':
      return;
    case 'task.withdrawn':
      if (task.state === 'active') {
        end(draft, task);
        return;
      }
      if (task.state === 'wrapping-up') return;
      draft.closeOffer(task.offerId, 'withdrawn');
      draft.leaveQueue(taskId);
      delete draft.tasks[taskId];
      return;
    case 'task.ended':
      end(draft, task);
      return;
    case 'task.wrapped-up':
      if (task.state === 'wrapping-up') release(draft, task, now);
      return;
  }
}

/** What an agent says to an offer. */
export function applyAnswer(draft: Draft, input: OfferInput, now: number): void {
  const offer = own(draft.offers, input.offerId);
  const task = offer && draft.task(offer.taskId);
  if (!task || offer.agentId !== input.agentId) return;
  const { taskId } = task;
  const { agentId } = offer;
  if (input.type === 'offer.declined') {
    draft.closeOffer(offer.offerId, 'declined');
    draft.changeTask(taskId, { declines: { ...task.declines, [agentId]: now } });
    return;
  }
  draft.closeOffer(offer.offerId, 'accepted');
  draft.leaveQueue(taskId);
  draft.changeTask(taskId, { state: 'active', agentId });
  draft.changeAgent(agentId, { taskId });
}

function request(draft: Draft, taskId: TaskId, domain: RoutingTask['domain'], now: number): void {
  draft.tasks[taskId] = {
    taskId,
    domain,
    requestedAt: now,
    state: 'queued',
    agentId: null,
    offerId: null,
    declines: {},
  };
  draft.queue = [...draft.queue, taskId];
}

function end(draft: Draft, task: RoutingTask): void {
  if (task.state === 'active') draft.changeTask(task.taskId, { state: 'wrapping-up' });
}

/** The task is closed; its agent is available again, or not ready when that was asked for meanwhile. */
function release(draft: Draft, task: RoutingTask, now: number): void {
  delete draft.tasks[task.taskId];
  const reason = draft.agent(task.agentId)?.pendingReason ?? null;
  draft.changeAgent(task.agentId, { taskId: null, pendingReason: null, availableSince: now });
  if (reason !== null) draft.changeAgent(task.agentId, { state: 'not-ready', reason, domains: [] });
}
