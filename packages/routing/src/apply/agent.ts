import type { AgentId } from '@eyeline/protocol';
import { ableDomains } from '../configuration/agent-configuration.ts';
import type { RoutingDomain } from '../domain.ts';
import type { AgentInput } from '../input.ts';
import { closeOffer } from '../offering/close-offer.ts';
import { closeTask } from '../offering/close-task.ts';
import { isAskedOutside } from '../offering/offer-outside.ts';
import { type AgentSession, unfiled } from '../pool/agent-session.ts';
import { unfileAgentSession } from '../pool/file-agent-session.ts';
import { joinPools } from '../pool/pools.ts';
import { profileOf } from '../pool/profile.ts';
import { newAgent } from '../record/agent.ts';
import type { Turn } from '../turn.ts';
import { setGrace } from './agent-grace.ts';
import { requeue } from './requeue.ts';

/** What an agent does, and what becomes of the agent's connection. */
export function applyAgent(turn: Turn, input: AgentInput): void {
  const { agentId } = input;
  const agentSession = turn.state.agentSessions.get(agentId);
  if (!agentSession) {
    if (input.type === 'agent.signed-in') signIn(turn, agentId);
    return;
  }
  turn.touchAgent(agentId);
  const { agent } = agentSession;
  switch (input.type) {
    case 'agent.signed-in':
    case 'agent.connected':
      agent.connected = true;
      setGrace(turn, agent, null);
      if (agent.pendingReason === 'connection-lost') agent.pendingReason = null;
      return;
    case 'agent.disconnected':
      loseAgent(turn, agentSession);
      return;
    case 'agent.signed-out':
      signOut(turn, agentSession);
      return;
    case 'agent.asked-ready':
      askReady(turn, agentSession, input.domains);
      return;
    case 'agent.asked-not-ready':
      askNotReady(turn, agentSession, input.reason);
      return;
  }
}

function signIn(turn: Turn, agentId: AgentId): void {
  const { state, now } = turn;
  const profile = profileOf(state, agentId);
  const agentSession: AgentSession = { agent: newAgent(agentId, now), profile, memberships: [], filed: unfiled };
  state.agentSessions.set(agentId, agentSession);
  joinPools(state, agentSession);
  turn.touchAgent(agentId);
}

/** The connection is gone; the state is kept for the grace period. */
export function loseAgent(turn: Turn, { agent }: AgentSession): void {
  withdrawOffer(turn, agent.offerId);
  agent.connected = false;
  setGrace(turn, agent, turn.now + turn.state.configuration.policy.graceMs);
  turn.touchAgent(agent.agentId);
}

function askReady(turn: Turn, { agent, profile }: AgentSession, asked: readonly RoutingDomain[]): void {
  const { state, now } = turn;
  agent.domains = ableDomains(profile).filter(domain => asked.includes(domain));
  if (agent.state !== 'ready') agent.availableSince = now;
  agent.state = 'ready';
  agent.reason = null;
  agent.pendingReason = null;
  const offer = agent.offerId === null ? undefined : state.offers.get(agent.offerId);
  if (offer?.purpose === 'ask' && !agent.domains.includes(offer.domain)) closeOffer(turn, offer, 'withdrawn');
}

/** At once, or when what is in hand is done. */
export function askNotReady(turn: Turn, agentSession: AgentSession, reason: string): void {
  const { agent } = agentSession;
  // What was chosen outside is for the agent to settle there.
  if (!isAskedOutside(turn.state, agentSession)) withdrawOffer(turn, agent.offerId);
  if (agent.inHand.length > 0 && agent.state === 'ready') {
    agent.pendingReason = reason;
    return;
  }
  agent.state = 'not-ready';
  agent.reason = reason;
  agent.domains = [];
}

function withdrawOffer(turn: Turn, offerId: AgentSession['agent']['offerId']): void {
  const offer = offerId === null ? undefined : turn.state.offers.get(offerId);
  if (offer) closeOffer(turn, offer, 'withdrawn');
}

function signOut(turn: Turn, agentSession: AgentSession): void {
  const { state } = turn;
  const { agent } = agentSession;
  withdrawOffer(turn, agent.offerId);
  setGrace(turn, agent, null);
  const { inHand } = agent;
  agent.inHand = [];
  unfileAgentSession(state, agentSession, turn.turned);
  state.agentSessions.delete(agent.agentId);
  turn.signedOut.add(agent.agentId);
  for (const { taskId } of inHand) {
    const task = state.tasks.get(taskId);
    if (task?.consult || task?.state === 'wrapping-up') closeTask(turn, task, 'signed-out');
    else if (task) requeue(turn, task);
  }
}
