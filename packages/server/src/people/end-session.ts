import type { AgentId } from '@eyeline/protocol';
import type { Change } from '../interaction/change.ts';
import type { ContactCentre } from '../process/contact-centre.ts';
import { seatOf } from './identity.ts';

/**
 * An agent has to sign in again. Who has a customer is away until then, as if the connection was lost; who has none is signed
 * out. `event` is what the pages are told.
 */
export function endSession(
  centre: ContactCentre,
  change: Change,
  agentId: AgentId,
  event: 'agent.disabled' | 'agent.session-ended',
): void {
  const seat = centre.routing.state.seats.get(agentId);
  change.setSession(agentId, null);
  if (seat && seat.agent.inHand.length === 0) change.route({ type: 'agent.signed-out', agentId });
  change.afterCommit(() => {
    for (const caller of centre.callers.of(seatOf(agentId))) {
      centre.callers.identify(caller, null);
      caller.tell(event, {});
    }
  });
}
