import type { AgentId, Domain, DomainState } from '@eyeline/protocol';
import type { RoutingStatus } from './effect.ts';
import { own, type RoutingAgent, type RoutingState } from './state.ts';

type Agents = Pick<RoutingState, 'tasks'>;

function domainState(agent: RoutingAgent, domain: Domain, { tasks }: Agents): DomainState {
  const asked = agent.domains.includes(domain);
  if (agent.taskId) {
    const served = own(tasks, agent.taskId)?.domain === domain;
    if (agent.pendingReason !== null) return asked || served ? 'pending-not-ready' : 'not-ready';
    if (asked) return 'busy';
    return served ? 'pending-not-ready' : 'not-ready';
  }
  if (!asked) return 'not-ready';
  return agent.offerId ? 'reserved' : 'ready';
}

/** An agent as others see it. */
export const statusOf = (agent: RoutingAgent, state: Agents): RoutingStatus => ({
  agentId: agent.agentId,
  state: agent.state,
  reason: agent.reason,
  domains: { chat: domainState(agent, 'chat', state), video: domainState(agent, 'video', state) },
  since: agent.since,
});

export const loggedOut = (agentId: AgentId, since: number): RoutingStatus => ({
  agentId,
  state: 'logged-out',
  reason: null,
  domains: { chat: 'not-ready', video: 'not-ready' },
  since,
});

/** Do both look the same, apart from since when? */
export const isSameStatus = (one: RoutingStatus, other: RoutingStatus): boolean =>
  one.state === other.state &&
  one.reason === other.reason &&
  one.domains.chat === other.domains.chat &&
  one.domains.video === other.domains.video;

/** Could this agent be offered something now? */
export const isAvailable = (agent: RoutingAgent): boolean =>
  agent.state === 'ready' && agent.connected && agent.offerId === null && agent.taskId === null;
