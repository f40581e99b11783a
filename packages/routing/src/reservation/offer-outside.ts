import type { OfferId } from '@eyeline/protocol';
import { queueOf } from '../pool/plans.ts';
import type { Seat } from '../pool/seat.ts';
import type { RoutingOffer } from '../record/offer.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { rest } from '../waiting/queue-up.ts';
import { scheduleTask } from '../waiting/task-timer.ts';
import { activate } from './activate.ts';
import { closeOffer } from './close-offer.ts';

const offerOf = ({ offers }: RoutingState, { agent }: Seat): RoutingOffer | undefined =>
  agent.offerId === null ? undefined : offers.get(agent.offerId);

/** Is the agent being asked about something that was chosen outside? */
export const isAskedOutside = (state: RoutingState, seat: Seat): boolean => offerOf(state, seat)?.purpose === 'outside';

/**
 * The agent was chosen outside and is told of it. Whether there is room, or the telephone is free, was decided there; an
 * offer of ours gives way.
 */
export function offerOutside(turn: Turn, task: Task, seat: Seat): void {
  const { state, now } = turn;
  const ours = offerOf(state, seat);
  if (ours) closeOffer(turn, ours, 'withdrawn');
  turn.touchTask(task);
  rest(turn, task);
  state.offersMade += 1;
  const offerId = `offer-${state.offersMade}` as OfferId;
  const { agentId } = seat.agent;
  const { taskId, domain } = task;
  const patienceMs = queueOf(state, task.queueId)?.offerPatienceMs ?? state.configuration.policy.offerPatienceMs;
  const expiresAt = now + patienceMs;
  const offer: RoutingOffer = {
    ...{ offerId, taskId, agentId, domain, expiresAt, madeAt: now },
    ...{ holdsVoice: false, purpose: 'outside', phase: 'open' },
  };
  state.offers.set(offerId, offer);
  state.timers.move('offer', offerId, null, expiresAt);
  task.state = 'offered';
  task.agentId = agentId;
  task.offerId = offerId;
  seat.agent.offerId = offerId;
  turn.touchAgent(agentId);
  scheduleTask(state, task, now);
  turn.offers.push({ type: 'offer.made', offer: { ...offer } });
}

/** The agent has accepted it outside: offered here or not, with room or without, it is active. */
export function takeOutside(turn: Turn, task: Task, seat: Seat): void {
  const { state } = turn;
  const { agentId } = seat.agent;
  const asked = task.offerId === null ? undefined : state.offers.get(task.offerId);
  if (asked) closeOffer(turn, asked, asked.agentId === agentId ? 'accepted' : 'withdrawn');
  const other = offerOf(state, seat);
  if (other && other.purpose !== 'outside') closeOffer(turn, other, 'withdrawn');
  activate(turn, task, { agentId, domain: task.domain, holdsVoice: false });
}

/** The agent did not want it, or did not answer. Whoever chose the agent has to choose anew. */
export function letPass({ state }: Turn, { taskId, agentId }: RoutingOffer): void {
  const number = state.tasks.get(taskId)?.errand;
  const errand = number ? state.errands.get(number) : undefined;
  if (errand) errand.passedBy = agentId;
}
