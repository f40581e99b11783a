import type { Draft } from './draft.ts';
import { mayBeAskedAt } from './matching.ts';
import { own, type RoutingState } from './state.ts';
import { isAvailable } from './status.ts';

/** When something happens by itself, ms since the epoch; null when nothing will. Feed `clock.ticked` then. */
export function nextDeadline(state: RoutingState): number | null {
  let next = Number.POSITIVE_INFINITY;
  for (const offer of Object.values(state.offers)) next = Math.min(next, offer.expiresAt);
  const available = [];
  for (const agent of Object.values(state.agents)) {
    if (agent.graceEndsAt !== null) next = Math.min(next, agent.graceEndsAt);
    if (isAvailable(agent)) available.push(agent);
  }
  for (const taskId of available.length > 0 ? state.queue : []) {
    const task = own(state.tasks, taskId);
    if (task?.state !== 'queued') continue;
    for (const agent of available)
      if (agent.domains.includes(task.domain)) next = Math.min(next, mayBeAskedAt(task, agent, state.policy));
  }
  return Number.isFinite(next) ? next : null;
}

/** Carries out what has become due. */
export function settle(draft: Draft, now: number): void {
  for (const offer of Object.values(draft.offers)) {
    if (offer.expiresAt > now) continue;
    draft.closeOffer(offer.offerId, 'expired');
    draft.changeAgent(offer.agentId, { state: 'not-ready', reason: 'no-answer', domains: [] });
  }
  for (const agent of Object.values(draft.agents)) {
    if (agent.graceEndsAt === null || agent.graceEndsAt > now) continue;
    draft.changeAgent(agent.agentId, { graceEndsAt: null });
    if (agent.state !== 'ready') continue;
    if (agent.taskId) draft.changeAgent(agent.agentId, { pendingReason: agent.pendingReason ?? 'connection-lost' });
    else draft.changeAgent(agent.agentId, { state: 'not-ready', reason: 'connection-lost', domains: [] });
  }
}
