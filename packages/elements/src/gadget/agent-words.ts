import type { AgentStatus, Choice, SystemReason } from '@eyeline/protocol';
import { domainNames, domainsOf, listed } from './domain-words.ts';

/** An agent's state as the desk says it. `tone` picks the sign beside it; the words alone are enough. */
export interface AgentWords {
  readonly tone: 'ready' | 'offered' | 'busy' | 'away';
  readonly label: string;
  /** Empty where the label says all. */
  readonly detail: string;
}

const systemReasons: Readonly<Record<SystemReason, string>> = {
  'signed-in': 'You have just signed in',
  'no-answer': 'You did not answer an offer',
  'connection-lost': 'Your connection was lost',
};

/** Why an agent is away, in words: the system's reasons, then the configured ones. */
function reasonWords(reason: string | null, reasons: readonly Choice[]): string {
  if (reason === null) return '';
  if (Object.hasOwn(systemReasons, reason)) return systemReasons[reason as SystemReason];
  return reasons.find(one => one.code === reason)?.label ?? reason;
}

interface Circumstances {
  readonly reasons: readonly Choice[];
  /** How many of the agent's tasks are only to be wrapped up. */
  readonly wrappingUp?: number;
  /** Is it a colleague who waits for an answer? */
  readonly isAsked?: boolean;
  /** Is the desk connected? What the server said last is no longer how things stand. */
  readonly isOnline?: boolean;
}

export function agentWords(
  agent: AgentStatus,
  { reasons, wrappingUp = 0, isAsked = false, isOnline = true }: Circumstances,
): AgentWords {
  const { state, reason, domains: states, capacity } = agent;
  const able = domainsOf(agent);
  const all = able.map(domain => states[domain]);
  const held = able.reduce((sum, domain) => sum + (capacity[domain]?.used ?? 0), 0);
  const talks = held - wrappingUp;
  const isWrappingUp = wrappingUp > 0 && talks <= 0;
  const working = isWrappingUp ? 'Wrapping up' : talks > 1 ? `In ${talks} conversations` : 'In a conversation';
  if (!isOnline) return { tone: 'away', label: 'Not connected', detail: 'No customer is offered to you' };
  if (all.includes('pending-not-ready')) {
    const why = reasonWords(reason, reasons);
    return { tone: 'busy', label: working, detail: why ? `Not ready afterwards: ${why}` : 'Not ready afterwards' };
  }
  if (all.includes('reserved')) {
    const label = isAsked ? 'A colleague asks' : 'Customer waiting';
    return { tone: 'offered', label, detail: 'Accept or decline' };
  }
  const free = able.filter(domain => states[domain] === 'ready' || states[domain] === 'active');
  const freeFor = listed(free.map(domain => domainNames[domain].toLowerCase()));
  if (all.includes('busy') || all.includes('active') || all.includes('interrupted')) {
    const detail = isWrappingUp ? 'The next customer may come meanwhile' : `Ready for ${freeFor}`;
    return { tone: 'busy', label: working, detail: free.length > 0 ? detail : 'Nobody new for now' };
  }
  if (state === 'ready') return { tone: 'ready', label: 'Ready', detail: `For ${freeFor}` };
  return { tone: 'away', label: isWrappingUp ? working : 'Not ready', detail: reasonWords(reason, reasons) };
}

/** Has the agent asked to stop once the conversation is over? Asking to be ready takes that back. */
export const isLeaving = (agent: AgentStatus): boolean =>
  domainsOf(agent).some(domain => agent.domains[domain] === 'pending-not-ready');
