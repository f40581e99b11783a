import type { AgentId } from '@eyeline/protocol';
import type { RoutingEffect } from '@eyeline/routing';
import type { Change } from '../interaction/change.ts';
import type { ContactCentre } from '../process/contact-centre.ts';
import { endSession } from './end-session.ts';

/** What others see of somebody who ends the last conversation. */
const reason = 'Account disabled';

/** Signs out those who may not work here any more. Who has a customer finishes first, and gets no other. */
export function retireDisabled(centre: ContactCentre, change: Change): void {
  for (const [agentId, { isDisabled }] of centre.accounts) if (isDisabled) retire(centre, change, agentId);
}

/** The last conversation of somebody who is disabled is over. */
export function retireIdle(centre: ContactCentre, effects: readonly RoutingEffect[]): void {
  for (const effect of effects) {
    if (effect.type !== 'agent.changed') continue;
    const { agentId } = effect.status;
    const seat = centre.routing.state.seats.get(agentId);
    if (seat?.agent.inHand.length === 0 && centre.accounts.get(agentId)?.isDisabled)
      centre.carryOut(change => retire(centre, change, agentId));
  }
}

function retire(centre: ContactCentre, change: Change, agentId: AgentId): void {
  const seat = centre.routing.state.seats.get(agentId);
  if (seat && seat.agent.inHand.length > 0) {
    change.route({ type: 'agent.asked-not-ready', agentId, reason });
    return;
  }
  if (seat || centre.sessions.has(agentId)) endSession(centre, change, agentId, 'agent.disabled');
}
