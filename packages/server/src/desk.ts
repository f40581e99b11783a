import type { AgentId, AgentStatus, AgentTask, Desk, Offer } from '@eyeline/protocol';
import { own, type RoutingOffer, type RoutingStatus, statusOf } from '@eyeline/routing';
import type { ContactCentre } from './contact-centre.ts';
import { seatOf } from './identity.ts';
import { Refusal } from './refusal.ts';

/** An offer as the desk shows it; null when its interaction is gone. */
export function offerOf(centre: ContactCentre, offer: RoutingOffer): Offer | null {
  const { offerId, taskId, madeAt, expiresAt } = offer;
  const interaction = centre.interactions.ofTask(taskId)?.interaction;
  if (!interaction?.interactionId || !interaction.entryPointId) return null;
  const { interactionId, entryPointId, form } = interaction;
  const entryPoint = centre.entryPoint(entryPointId);
  return {
    offerId,
    taskId,
    interactionId,
    entryPointId,
    title: entryPoint.title,
    customerName: interaction.participants.find(one => one.role === 'customer')?.name ?? '',
    form: entryPoint.form.flatMap(({ name, label }) => (form[name] ? [{ label, value: form[name] }] : [])),
    queuedAt: own(centre.routing.state.tasks, taskId)?.requestedAt ?? interaction.openedAt,
    madeAt,
    expiresAt,
    remainingMs: Math.max(0, expiresAt - centre.now()),
    patienceMs: expiresAt - madeAt,
  };
}

export const agentStatusOf = (centre: ContactCentre, status: RoutingStatus): AgentStatus => ({
  agentId: status.agentId,
  name: centre.names.get(status.agentId) ?? '',
  state: status.state,
  reason: status.reason,
  domains: { ...status.domains },
  since: status.since,
});

/** All that the agent's desk shows, as it is now. */
export function deskOf(centre: ContactCentre, agentId: AgentId, token: string): Desk {
  const { state } = centre.routing;
  const agent = own(state.agents, agentId);
  if (!agent) throw new Refusal('not-signed-in');
  const tasks = Object.values(state.tasks).flatMap((task): AgentTask[] => {
    if (task.agentId !== agentId || task.state === 'offered') return [];
    const interactionId = centre.interactions.ofTask(task.taskId)?.interactionId;
    if (!interactionId) return [];
    return [{ taskId: task.taskId, interactionId, participantId: seatOf(agentId), state: task.state }];
  });
  return {
    token,
    agent: agentStatusOf(centre, statusOf(agent, state)),
    offers: Object.values(state.offers).flatMap(offer => {
      const shown = offer.agentId === agentId ? offerOf(centre, offer) : null;
      return shown ? [shown] : [];
    }),
    tasks,
    wrapUpCodes: centre.config.wrapUpCodes,
    notReadyReasons: centre.config.notReadyReasons,
    now: centre.now(),
  };
}
