import type { AgentId } from '@eyeline/protocol';
import type { RoutingState } from '@eyeline/routing';

/**
 * Has the agent, or is asked about, work that we gave out and beside which no other has room? What CCE gave is CCE's own
 * affair.
 */
export function isOccupied({ agentSessions, offers, tasks, configuration }: RoutingState, agentId: AgentId): boolean {
  const agent = agentSessions.get(agentId)?.agent;
  if (!agent) return false;
  const { domains } = configuration;
  const offer = agent.offerId === null ? undefined : offers.get(agent.offerId);
  if (offer && offer.purpose !== 'outside' && domains[offer.domain].exclusive) return true;
  return agent.inHand.some(
    ({ taskId, domain }) => domains[domain].exclusive && tasks.get(taskId)?.externalTask === null,
  );
}
