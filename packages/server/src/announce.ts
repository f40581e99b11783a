import type { AgentId, EventName, EventPayload } from '@eyeline/protocol';
import type { RoutingEffect } from '@eyeline/routing';
import type { ContactCentre } from './contact-centre.ts';
import { agentStatusOf, offerOf } from './desk.ts';
import { seatOf } from './identity.ts';

/** Tells whom it concerns what routing has decided, once that is stored. */
export function announce(centre: ContactCentre, effect: RoutingEffect): void {
  switch (effect.type) {
    case 'offer.made': {
      const offer = offerOf(centre, effect.offer);
      if (offer) tellAgent(centre, effect.offer.agentId, 'offer.made', offer);
      return;
    }
    case 'offer.closed': {
      const { offerId, agentId } = effect.offer;
      tellAgent(centre, agentId, 'offer.closed', { offerId, outcome: effect.outcome });
      return;
    }
    case 'agent.changed':
      tellAgent(centre, effect.status.agentId, 'agent.state-changed', agentStatusOf(centre, effect.status));
      return;
    case 'task.changed': {
      const { taskId, agentId, state } = effect;
      const interactionId = centre.interactions.ofTask(taskId)?.interactionId;
      if (!agentId || !interactionId || state === 'queued' || state === 'offered') return;
      tellAgent(centre, agentId, 'task.state-changed', {
        taskId,
        interactionId,
        participantId: seatOf(agentId),
        state,
      });
      return;
    }
    case 'queue.moved': {
      const interactionId = centre.interactions.ofTask(effect.taskId)?.interactionId;
      if (!interactionId) return;
      const { position } = effect;
      const isCustomer = (caller: { identity: { role: string } | null }) => caller.identity?.role === 'customer';
      centre.subscriptions.tell(interactionId, 'queue.moved', { interactionId, position }, isCustomer);
      return;
    }
  }
}

function tellAgent<N extends EventName>(
  centre: ContactCentre,
  agentId: AgentId,
  name: N,
  payload: EventPayload<N>,
): void {
  for (const caller of centre.callers.of(seatOf(agentId))) caller.tell(name, payload);
}
