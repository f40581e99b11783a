import { routingDomains } from '../domain.ts';
import type { RoutingState } from '../record/state.ts';
import type { AgentSession, Filed } from './agent-session.ts';
import { hasRoom } from './capacity.ts';

/** May this agent be asked by queues that want the phone ready? */
export function isVoiceFree(state: RoutingState, { agent, profile }: AgentSession): boolean {
  if (!profile.voiceChannel) return true;
  const voice = state.voices.get(agent.agentId);
  if (voice?.hold === 'none') return voice.state === 'ready' && state.now >= voice.restsUntil;
  return voice?.hold === 'held' && state.now < voice.heldSince + state.configuration.policy.holdLimitMs;
}

/** Is the phone in our hands or ready? Otherwise the agent does not work for queues that want it ready. */
function worksOnVoice(state: RoutingState, { agent, profile }: AgentSession): boolean {
  if (!profile.voiceChannel) return true;
  const voice = state.voices.get(agent.agentId);
  return voice !== undefined && (voice.hold !== 'none' || voice.state === 'ready');
}

export const isReachable = ({ agent }: AgentSession): boolean => agent.connected || agent.graceEndsAt !== null;

/** Could be offered something of some kind now, capacity aside. */
const isOpen = ({ agent }: AgentSession): boolean =>
  agent.state === 'ready' && agent.connected && agent.offerId === null && agent.pendingReason === null;

/** What an agent can do, does and could be given now. */
export function filedOf(state: RoutingState, agentSession: AgentSession): Filed {
  const { agent, profile } = agentSession;
  const rules = state.configuration.domains;
  let able = 0;
  let asked = 0;
  let room = 0;
  for (let index = 0; index < routingDomains.length; index += 1) {
    const domain = routingDomains[index];
    if (domain === undefined || profile.domains[domain] === 0) continue;
    able |= 1 << index;
    if (!agent.domains.includes(domain)) continue;
    asked |= 1 << index;
    if (hasRoom(agent.inHand, domain, profile, rules)) room |= 1 << index;
  }
  const free = isOpen(agentSession) ? room : 0;
  const works = agent.state === 'ready' && agent.connected && agent.pendingReason === null ? asked : 0;
  return {
    free,
    freeWithVoice: free !== 0 && isVoiceFree(state, agentSession) ? free : 0,
    present: isReachable(agentSession) ? able : 0,
    works,
    worksWithVoice: works !== 0 && worksOnVoice(state, agentSession) ? works : 0,
    load: agent.inHand.length,
    since: agent.availableSince,
    handled: agent.handled,
  };
}
