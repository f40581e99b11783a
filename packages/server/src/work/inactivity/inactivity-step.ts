import type { InteractionLog } from '../../interaction/interaction-log.ts';
import type { InactivityConfig } from '../../settings/around/inactivity-config.ts';

/** What comes next where a customer says nothing more, and when, in ms since the epoch. */
export interface InactivityStep {
  readonly kind: 'nudge' | 'close';
  readonly at: number;
}

/**
 * What is due because the customer is silent; null while that is no reason for anything: the customer waits for an answer, or
 * there is a call. All of it follows from the log, so that a restart changes nothing.
 */
export function inactivityStep(log: InteractionLog, rules: InactivityConfig | undefined): InactivityStep | null {
  const { closed, call, participants, milestones } = log.interaction;
  const isServed = participants.some(({ role, presence }) => role === 'agent' && presence !== 'left');
  if (!rules || closed || call || log.consult || !isServed) return null;
  const last = log.lastMessage;
  const customer = participants.find(({ role }) => role === 'customer');
  if (!last || !customer || last.participantId === customer.participantId) return null;
  const aboutCalls = milestones.findLast(({ kind }) => kind.startsWith('call-'));
  const since = Math.max(last.at, aboutCalls?.at ?? 0, customer.presenceSince ?? 0, log.customerActiveAt);
  const nudged = milestones.findLast(({ kind }) => kind === 'nudged');
  return nudged && nudged.at >= since
    ? { kind: 'close', at: nudged.at + (nudged.durationMs ?? rules.closeMs) }
    : { kind: 'nudge', at: since + rules.nudgeMs };
}
