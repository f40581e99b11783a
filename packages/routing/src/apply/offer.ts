import type { OfferInput } from '../input.ts';
import { activate } from '../offering/activate.ts';
import { closeOffer } from '../offering/close-offer.ts';
import { endConsult } from '../offering/end-consult.ts';
import { letPass } from '../offering/offer-outside.ts';
import type { Turn } from '../turn.ts';

/** What an agent says to an offer. */
export function applyAnswer(turn: Turn, { type, offerId, agentId }: OfferInput): void {
  const offer = turn.state.offers.get(offerId);
  const task = offer && turn.state.tasks.get(offer.taskId);
  if (!task || offer.agentId !== agentId || offer.phase !== 'open') return;
  if (type === 'offer.accepted') {
    closeOffer(turn, offer, 'accepted');
    activate(turn, task, offer);
    return;
  }
  if (offer.purpose === 'outside') letPass(turn, offer);
  else task.declines = [...task.declines.filter(decline => decline.agentId !== agentId), { agentId, at: turn.now }];
  closeOffer(turn, offer, 'declined');
  if (task.consult && task.insists) endConsult(turn, task, 'declined');
}
