import type { AgentId } from '@eyeline/protocol';
import type { Draft } from './draft.ts';
import type { RoutingInput } from './input.ts';
import type { RoutingAgent } from './state.ts';

export type AgentInput = Extract<RoutingInput, { agentId: AgentId; type: `agent.${string}` }>;

/** What an agent does, and what becomes of the agent's connection. */
export function applyAgent(draft: Draft, input: AgentInput, now: number): void {
  const { agentId } = input;
  const agent = draft.agent(agentId);
  if (!agent) {
    if (input.type === 'agent.signed-in') draft.agents[agentId] = signedIn(agentId, now);
    return;
  }
  switch (input.type) {
    case 'agent.signed-in':
    case 'agent.connected': {
      const pendingReason = agent.pendingReason === 'connection-lost' ? null : agent.pendingReason;
      draft.changeAgent(agentId, { connected: true, graceEndsAt: null, pendingReason });
      return;
    }
    case 'agent.disconnected':
      lose(draft, agent, now);
      return;
    case 'agent.signed-out':
      signOut(draft, agent);
      return;
    case 'agent.asked-ready': {
      const { domains } = input;
      const availableSince = agent.state === 'ready' ? agent.availableSince : now;
      draft.changeAgent(agentId, { state: 'ready', reason: null, domains, availableSince, pendingReason: null });
      const offered = agent.offerId === null ? undefined : draft.task(draft.offers[agent.offerId]?.taskId ?? null);
      if (offered && !domains.includes(offered.domain)) draft.closeOffer(agent.offerId, 'withdrawn');
      return;
    }
    case 'agent.asked-not-ready': {
      const { reason } = input;
      if (agent.taskId && agent.state === 'ready') {
        draft.changeAgent(agentId, { pendingReason: reason });
        return;
      }
      draft.closeOffer(agent.offerId, 'withdrawn');
      draft.changeAgent(agentId, { state: 'not-ready', reason, domains: [] });
      return;
    }
  }
}

const signedIn = (agentId: AgentId, now: number): RoutingAgent => ({
  agentId,
  state: 'not-ready',
  reason: 'signed-in',
  domains: [],
  since: now,
  availableSince: now,
  connected: true,
  graceEndsAt: null,
  offerId: null,
  taskId: null,
  pendingReason: null,
});

/** The connection is gone; the state is kept for the grace period. */
export function lose(draft: Draft, agent: RoutingAgent, now: number): void {
  draft.closeOffer(agent.offerId, 'withdrawn');
  draft.changeAgent(agent.agentId, { connected: false, graceEndsAt: now + draft.policy.graceMs });
}

function signOut(draft: Draft, agent: RoutingAgent): void {
  draft.closeOffer(agent.offerId, 'withdrawn');
  delete draft.agents[agent.agentId];
  const task = draft.task(agent.taskId);
  if (task?.state === 'wrapping-up') delete draft.tasks[task.taskId];
  if (task?.state !== 'active') return;
  draft.changeTask(task.taskId, { state: 'queued', agentId: null });
  draft.joinQueue(task);
}
