import type { AgentId, OfferId, TaskId } from '@eyeline/protocol';
import type { Agent } from '../record/agent.ts';
import type { RoutingOffer } from '../record/offer.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';

/** A task that is not closed. Later decisions change it in place. */
export const taskOf = ({ tasks }: RoutingState, taskId: TaskId): Readonly<Task> | undefined => tasks.get(taskId);

/** An agent who is signed in. Later decisions change it in place. */
export const agentOf = ({ agentSessions }: RoutingState, agentId: AgentId): Readonly<Agent> | undefined =>
  agentSessions.get(agentId)?.agent;

/** An offer that stands, or whose phone is still being taken off voice. Later decisions change it in place. */
export const offerOf = ({ offers }: RoutingState, offerId: OfferId): Readonly<RoutingOffer> | undefined =>
  offers.get(offerId);

/** How many tasks wait, in all queues. O(queues). */
export function waitingCount({ lanes }: RoutingState): number {
  let waiting = 0;
  for (const lane of lanes.values()) waiting += lane.waiting.size;
  return waiting;
}
