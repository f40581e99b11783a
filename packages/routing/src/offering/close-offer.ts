import type { OfferOutcome } from '@eyeline/protocol';
import type { RoutingOffer } from '../record/offer.ts';
import type { Turn } from '../turn.ts';
import { seek } from '../waiting/queue-up.ts';

/**
 * Afterwards the agent is free of it and, unless it was accepted, the task is queued again at its place. What was never
 * told is not told to be over. While the phone is being taken off voice, `declined` and `expired` mean the phone system.
 */
export function closeOffer(turn: Turn, offer: RoutingOffer, outcome: OfferOutcome): void {
  const { state } = turn;
  const { offerId, taskId, agentId, purpose } = offer;
  state.offers.delete(offerId);
  state.timers.move('offer', offerId, offer.expiresAt, null);
  const agent = state.agentSessions.get(agentId)?.agent;
  if (agent) agent.offerId = null;
  turn.touchAgent(agentId);
  if (offer.phase === 'open') turn.closings.push({ type: 'offer.closed', offer: { ...offer }, outcome });
  const task = state.tasks.get(taskId);
  if (!task) return;
  turn.touchTask(task);
  task.offerId = null;
  if (outcome === 'accepted') return;
  const because = outcome === 'withdrawn' ? 'gone' : 'voice-not-ready';
  if (purpose === 'change-domain') {
    turn.notices.push({ type: 'task.domain-refused', taskId, domain: offer.domain, because });
    return;
  }
  if (purpose === 'pick') turn.notices.push({ type: 'pick.refused', taskId, agentId, because });
  seek(turn, task);
}
