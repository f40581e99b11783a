import type { DeskTask } from '@eyeline/machines';
import type { AgentStatus, Choice, SystemReason } from '@eyeline/protocol';
import { isolate } from '../parts/isolate.ts';
import { deskState } from '../sentences/desk-state.ts';
import { domainsOf, freeDomains } from './domain-words.ts';

/** An agent's state as the desk says it. `tone` picks the sign beside it; the words alone are enough. */
export interface AgentWords {
  readonly tone: 'ready' | 'offered' | 'busy' | 'away';
  readonly label: string;
  /** Empty where the label says all. */
  readonly detail: string;
}

/** Why an agent is away, in words: the system's reasons, then the configured ones. */
function reasonWords(reason: string | null, reasons: readonly Choice[]): string {
  if (reason === null) return '';
  const { systemReasons } = deskState;
  if (Object.hasOwn(systemReasons, reason)) return systemReasons[reason as SystemReason];
  return reasons.find(one => one.code === reason)?.label ?? reason;
}

type Work = Pick<DeskTask, 'domain' | 'state'>;

interface Circumstances {
  readonly reasons: readonly Choice[];
  /** What the agent has in hand. */
  readonly tasks?: readonly Work[];
  /** Is it a colleague who waits for an answer? */
  readonly isAsked?: boolean;
  /** Does a call ring that nobody has answered? */
  readonly isRinging?: boolean;
  /** Is the desk connected? What the server said last is no longer how things stand. */
  readonly isOnline?: boolean;
}

export function agentWords(
  agent: AgentStatus,
  { reasons, tasks = [], isAsked = false, isRinging = false, isOnline = true }: Circumstances,
): AgentWords {
  const { state, reason, domains: states } = agent;
  const able = domainsOf(agent);
  const all = able.map(domain => states[domain]);
  const isWrappingUp = tasks.length > 0 && tasks.every(task => task.state === 'wrapping-up');
  const working = isWrappingUp ? deskState.wrappingUp : workWords(tasks);
  if (!isOnline) return { tone: 'away', label: deskState.notConnected, detail: deskState.nobodyOffered };
  if (all.includes('pending-not-ready')) {
    const why = reasonWords(reason, reasons);
    const detail = why ? deskState.notReadyAfterwardsBecause(isolate(why)) : deskState.notReadyAfterwards;
    return { tone: 'busy', label: working, detail };
  }
  if (all.includes('reserved')) {
    const label = isAsked ? deskState.colleagueAsks : deskState.customerWaiting;
    return { tone: 'offered', label, detail: deskState.acceptOrDecline };
  }
  const free = freeDomains(agent);
  const freeFor = deskState.listed(free.map(domain => deskState.domainsInside[domain]));
  if (all.includes('busy') || all.includes('active') || all.includes('interrupted')) {
    const nobody = isRinging ? deskState.nobodyNewYet : deskState.nobodyNew;
    const detail = isWrappingUp ? deskState.nextMeanwhile : deskState.readyFor(freeFor);
    return { tone: 'busy', label: working, detail: free.length > 0 ? detail : nobody };
  }
  if (state === 'ready') return { tone: 'ready', label: deskState.ready, detail: deskState.for(freeFor) };
  return { tone: 'away', label: isWrappingUp ? working : deskState.notReady, detail: reasonWords(reason, reasons) };
}

/** What the agent is at, as far as it is not only to be wrapped up. Whoever calls back or answers a letter is in no conversation. */
function workWords(tasks: readonly Work[]): string {
  const [first, ...others] = tasks.filter(task => task.state !== 'wrapping-up').map(task => task.domain);
  const count = others.length + 1;
  if (!first || count === 1) return deskState.atWork[first ?? 'chat'];
  const isOneKind = others.every(domain => deskState.atWork[domain] === deskState.atWork[first]);
  return isOneKind ? deskState.atWorkTimes[first](count) : deskState.atWorkMixed(count);
}

/** Has the agent asked to stop once the conversation is over? Asking to be ready takes that back. */
export const isLeaving = (agent: AgentStatus): boolean =>
  domainsOf(agent).some(domain => agent.domains[domain] === 'pending-not-ready');
