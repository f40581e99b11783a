import type { AgentStatus, Choice, Domain, SystemReason } from '@eyeline/protocol';

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

const domains: readonly Domain[] = ['chat', 'video'];

/** Why an agent is away, in words: the system's reasons, then the configured ones. */
function reasonWords(reason: string | null, reasons: readonly Choice[]): string {
  if (reason === null) return '';
  if (Object.hasOwn(systemReasons, reason)) return systemReasons[reason as SystemReason];
  return reasons.find(one => one.code === reason)?.label ?? reason;
}

export function agentWords(
  { state, reason, domains: states }: AgentStatus,
  { reasons, isWrappingUp }: { readonly reasons: readonly Choice[]; readonly isWrappingUp: boolean },
): AgentWords {
  const all = domains.map(domain => states[domain]);
  const working = isWrappingUp ? 'Wrapping up' : 'In a conversation';
  if (all.includes('pending-not-ready')) {
    return { tone: 'busy', label: working, detail: 'Not ready after this conversation' };
  }
  if (all.includes('busy')) return { tone: 'busy', label: working, detail: '' };
  if (all.includes('reserved')) return { tone: 'offered', label: 'Customer waiting', detail: 'Accept or decline' };
  if (state === 'ready') {
    const ready = domains.filter(domain => states[domain] === 'ready');
    return { tone: 'ready', label: 'Ready', detail: `For ${ready.join(' and ')}` };
  }
  return { tone: 'away', label: 'Not ready', detail: reasonWords(reason, reasons) };
}

/** Has the agent asked to stop once the conversation is over? Asking to be ready takes that back. */
export const isLeaving = ({ domains: states }: AgentStatus): boolean =>
  domains.some(domain => states[domain] === 'pending-not-ready');
