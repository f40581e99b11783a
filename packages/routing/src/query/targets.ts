import type { AgentId } from '@eyeline/protocol';
import type { RoutingDomain } from '../domain.ts';
import { routingDomains } from '../domain.ts';
import type { RoutingStatus } from '../effect.ts';
import { statusOf } from '../notify/status.ts';
import { filedOf } from '../pool/availability.ts';
import type { RoutingState } from '../record/state.ts';
import { type LaneFigures, laneFigures } from './lane-figures.ts';

export interface Targets {
  /** Queues that serve the domain. */
  readonly queues: readonly LaneFigures[];
  /** Signed-in agents who can do it, who could take it now first. */
  readonly agents: readonly { readonly status: RoutingStatus; readonly free: boolean }[];
}

/** To whom an agent may transfer a task of this domain, or whom to consult. */
export function targetsOf(state: RoutingState, agentId: AgentId, domain: RoutingDomain): Targets {
  const bit = 1 << routingDomains.indexOf(domain);
  const queues = Object.entries(state.configuration.queues)
    .filter(([, queue]) => queue.domains.includes(domain))
    .flatMap(([queueId]) => laneFigures(state, queueId, domain));
  const agents = [...state.agentSessions.values()]
    .filter(({ agent, profile }) => agent.agentId !== agentId && profile.domains[domain] > 0)
    .map(agentSession => ({
      status: statusOf(state, agentSession),
      free: (filedOf(state, agentSession).freeWithVoice & bit) !== 0,
    }))
    .sort((one, other) => Number(other.free) - Number(one.free));
  return { queues, agents };
}
