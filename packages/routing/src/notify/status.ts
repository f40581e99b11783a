import type { AgentId } from '@eyeline/protocol';
import type { RoutingDomain, RoutingDomainState } from '../domain.ts';
import type { RoutingStatus } from '../effect.ts';
import type { AgentSession } from '../pool/agent-session.ts';
import { hasRoom } from '../pool/capacity.ts';
import type { RoutingState } from '../record/state.ts';

function domainState(state: RoutingState, { agent, profile }: AgentSession, domain: RoutingDomain): RoutingDomainState {
  const rules = state.configuration.domains;
  const asked = agent.domains.includes(domain);
  if (!asked && agent.inHand.length === 0) return 'not-ready';
  const serves = agent.inHand.some(held => held.domain === domain);
  if (!asked || agent.pendingReason !== null) {
    if (serves || (asked && agent.inHand.length > 0)) return 'pending-not-ready';
    return 'not-ready';
  }
  if (agent.inHand.some(held => held.domain !== domain && rules[held.domain].exclusive)) return 'interrupted';
  if (profile.voiceChannel && rules[domain].voice === 'required') {
    const voice = state.voices.get(agent.agentId);
    if (voice?.state === 'busy' && voice.hold === 'none') return 'interrupted';
  }
  const offer = agent.offerId === null ? undefined : state.offers.get(agent.offerId);
  if (offer && (offer.domain === domain || rules[offer.domain].exclusive || rules[domain].exclusive)) return 'reserved';
  const room = hasRoom(agent.inHand, domain, profile, rules);
  if (serves) return room ? 'active' : 'busy';
  return room ? 'ready' : 'busy';
}

/** An agent as others see it. */
export function statusOf(state: RoutingState, agentSession: AgentSession): RoutingStatus {
  const { agentId, state: whole, reason, since } = agentSession.agent;
  const stateIn = (domain: RoutingDomain) => domainState(state, agentSession, domain);
  const domains = {
    video: stateIn('video'),
    chat: stateIn('chat'),
    email: stateIn('email'),
    callback: stateIn('callback'),
  };
  return { agentId, state: whole, reason, domains, since };
}

const noDomains: Readonly<Record<RoutingDomain, RoutingDomainState>> = {
  video: 'not-ready',
  chat: 'not-ready',
  email: 'not-ready',
  callback: 'not-ready',
};

export const loggedOut = (agentId: AgentId, since: number): RoutingStatus => ({
  agentId,
  state: 'logged-out',
  reason: null,
  domains: noDomains,
  since,
});

/** Do both look the same, apart from since when? */
export const isSameStatus = (one: RoutingStatus, other: RoutingStatus): boolean =>
  one.state === other.state &&
  one.reason === other.reason &&
  one.domains.video === other.domains.video &&
  one.domains.chat === other.domains.chat &&
  one.domains.email === other.domains.email &&
  one.domains.callback === other.domains.callback;
