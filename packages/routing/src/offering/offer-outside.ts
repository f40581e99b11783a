import type { OfferId } from '@eyeline/protocol';
import type { AgentSession } from '../pool/agent-session.ts';
import { queueOf } from '../pool/plans.ts';
import type { RoutingOffer } from '../record/offer.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { rest } from '../waiting/queue-up.ts';
import { scheduleTask } from '../waiting/task-timer.ts';
import { activate } from './activate.ts';
import { closeOffer } from './close-offer.ts';

const offerOf = ({ offers }: RoutingState, { agent }: AgentSession): RoutingOffer | undefined =>
  agent.offerId === null ? undefined : offers.get(agent.offerId);

/** Is the agent being asked about something that was chosen outside? */
export const isAskedOutside = (state: RoutingState, agentSession: AgentSession): boolean =>
  offerOf(state, agentSession)?.purpose === 'outside';

/**
 * The agent was chosen outside and is told of it. Whether there is room, or the phone is free, was decided there; an
 * offer of ours gives way.
 */
export function offerOutside(turn: Turn, task: Task, agentSession: AgentSession): void {
  const { state, now } = turn;
  const ours = offerOf(state, agentSession);
  if (ours) closeOffer(turn, ours, 'withdrawn');
  turn.touchTask(task);
  rest(turn, task);
  state.offersMade += 1;
  const offerId = `offer-${state.offersMade}` as OfferId;
  const { agentId } = agentSession.agent;
  const { taskId, domain } = task;
  const timeoutMs = queueOf(state, task.queueId)?.offerTimeoutMs ?? state.configuration.policy.offerTimeoutMs;
  const expiresAt = now + timeoutMs;
  const offer: RoutingOffer = {
    ...{ offerId, taskId, agentId, domain, expiresAt, madeAt: now },
    ...{ holdsVoice: false, purpose: 'outside', phase: 'open' },
  };
  state.offers.set(offerId, offer);
  state.timers.move('offer', offerId, null, expiresAt);
  task.state = 'offered';
  task.agentId = agentId;
  task.offerId = offerId;
  agentSession.agent.offerId = offerId;
  turn.touchAgent(agentId);
  scheduleTask(state, task, now);
  turn.offers.push({ type: 'offer.made', offer: { ...offer } });
}

/** The agent has accepted it outside: offered here or not, with room or without, it is active. */
export function takeOutside(turn: Turn, task: Task, agentSession: AgentSession): void {
  const { state } = turn;
  const { agentId } = agentSession.agent;
  const asked = task.offerId === null ? undefined : state.offers.get(task.offerId);
  if (asked) closeOffer(turn, asked, asked.agentId === agentId ? 'accepted' : 'withdrawn');
  const other = offerOf(state, agentSession);
  if (other && other.purpose !== 'outside') closeOffer(turn, other, 'withdrawn');
  activate(turn, task, { agentId, domain: task.domain, holdsVoice: false });
}

/** The agent did not want it, or did not answer. Whoever chose the agent has to choose anew. */
export function letPass({ state }: Turn, { taskId, agentId }: RoutingOffer): void {
  const number = state.tasks.get(taskId)?.externalTask;
  const externalTask = number ? state.externalTasks.get(number) : undefined;
  if (externalTask) externalTask.passedBy = agentId;
}
