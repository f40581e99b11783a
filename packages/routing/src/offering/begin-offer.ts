import type { OfferId } from '@eyeline/protocol';
import type { RoutingDomain } from '../domain.ts';
import type { AgentSession } from '../pool/agent-session.ts';
import { planOf } from '../pool/lanes.ts';
import { queueOf } from '../pool/plans.ts';
import type { RoutingOffer } from '../record/offer.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { rest } from '../waiting/queue-up.ts';
import { scheduleTask } from '../waiting/task-timer.ts';
import { activate } from './activate.ts';
import { changeDomain } from './change-domain.ts';
import { closeOffer } from './close-offer.ts';
import { askForVoice } from './voice-hold.ts';

/** An agent was chosen for a queued task, or wants to serve one: voice first, if it has to be, then the rest. */
export function beginOffer(turn: Turn, task: Task, agentSession: AgentSession, purpose: 'ask' | 'pick'): void {
  const { state } = turn;
  const holdsVoice = planOf(state, task).voice && agentSession.profile.voiceChannel;
  turn.touchTask(task);
  rest(turn, task);
  task.state = 'preparing';
  task.agentId = agentSession.agent.agentId;
  begin(turn, task, agentSession, { domain: task.domain, holdsVoice, purpose });
  scheduleTask(state, task, turn.now);
}

/** Reserves what the agent needs to go on with an active task in another domain. */
export function beginChange(turn: Turn, task: Task, agentSession: AgentSession, domain: RoutingOffer['domain']): void {
  // Who was chosen outside is kept from voice there.
  const isOurs = task.externalTask === null;
  const holdsVoice =
    isOurs && voiceRuleOf(turn.state, task, domain) === 'required' && agentSession.profile.voiceChannel;
  begin(turn, task, agentSession, { domain, holdsVoice, purpose: 'change-domain' });
}

/** Does the queue, or else the domain, ask for a phone that is off voice? */
export const voiceRuleOf = (state: RoutingState, { queueId }: Task, domain: RoutingDomain) =>
  queueOf(state, queueId)?.voice ?? state.configuration.domains[domain].voice;

function begin(
  turn: Turn,
  task: Task,
  { agent }: AgentSession,
  { domain, holdsVoice, purpose }: Pick<RoutingOffer, 'domain' | 'holdsVoice' | 'purpose'>,
): void {
  const { state, now } = turn;
  state.offersMade += 1;
  const offerId = `offer-${state.offersMade}` as OfferId;
  const { taskId } = task;
  const { agentId } = agent;
  const mustAsk = holdsVoice && state.voices.get(agentId)?.hold !== 'held';
  const expiresAt = now + state.configuration.policy.voiceHoldMs;
  const offer: RoutingOffer = {
    offerId,
    taskId,
    agentId,
    domain,
    holdsVoice,
    purpose,
    phase: 'preparing',
    madeAt: now,
    expiresAt,
  };
  state.offers.set(offerId, offer);
  state.timers.move('offer', offerId, null, expiresAt);
  task.offerId = offerId;
  agent.offerId = offerId;
  turn.touchAgent(agentId);
  if (mustAsk) askForVoice(turn, offer);
  else proceed(turn, offer);
}

/** Voice is ours, or need not be. */
export function proceed(turn: Turn, offer: RoutingOffer): void {
  const { state, now } = turn;
  const task = state.tasks.get(offer.taskId);
  if (!task) return;
  turn.touchTask(task);
  if (offer.purpose !== 'ask') {
    closeOffer(turn, offer, 'accepted');
    if (offer.purpose === 'pick') activate(turn, task, offer);
    else changeDomain(turn, task, offer);
    return;
  }
  const timeoutMs = queueOf(state, task.queueId)?.offerTimeoutMs ?? state.configuration.policy.offerTimeoutMs;
  state.timers.move('offer', offer.offerId, offer.expiresAt, now + timeoutMs);
  offer.phase = 'open';
  offer.madeAt = now;
  offer.expiresAt = now + timeoutMs;
  task.state = 'offered';
  // The wait is another now, and is told.
  turn.placed.add(task);
  turn.offers.push({ type: 'offer.made', offer: { ...offer } });
}
