import type { RoutingDomain } from '../domain.ts';
import type { QueueId } from '../queue-id.ts';
import type { Consult } from '../record/consult.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import { type Lane, newLane } from './lane.ts';
import type { Plan } from './plan.ts';
import { planFor, queueOf } from './plans.ts';

/** The lane of a queue's domain, made when it is the first time; undefined when there is no such queue. */
export function laneFor(state: RoutingState, queueId: QueueId, domain: RoutingDomain): Lane | undefined {
  const known = state.lanesOf.get(queueId)?.get(domain);
  if (known) return known;
  const queue = queueOf(state, queueId);
  if (!queue) return undefined;
  const plan = planFor(state, { queueId, domain, skills: [], preferredAgentId: null, insists: false });
  const lane = newLane({ queueId, domain }, { queue, plan }, state.now);
  state.lanes.set(lane.key, lane);
  state.lanesOf.set(queueId, (state.lanesOf.get(queueId) ?? new Map()).set(domain, lane));
  return lane;
}

/** Where the consults of a queue wait: always offered, and no longer than the policy says. */
function consultLaneFor(state: RoutingState, { queueId, domain }: Task, consult: Consult): Lane | undefined {
  const known = state.consultLanes.get(queueId);
  if (known) return known;
  const found = queueOf(state, queueId);
  if (!found) return undefined;
  const plan = planFor(state, { queueId, domain, skills: [], preferredAgentId: null, insists: false, consult });
  const queue = { ...found, mode: 'push' as const, maxWaitMs: state.configuration.policy.consultWaitMs };
  const lane = newLane({ queueId, domain, isConsult: true }, { queue, plan }, state.now);
  state.consultLanes.set(queueId, lane);
  return lane;
}

/** A waiting task's lane. */
export function laneOf(state: RoutingState, task: Task): Lane {
  const { consult } = task;
  const lane = consult ? consultLaneFor(state, task, consult) : laneFor(state, task.queueId, task.domain);
  if (!lane) throw new Error(`Task ${task.taskId} waits in ${task.queueId}, which is not a queue.`);
  return lane;
}

export const planOf = (state: RoutingState, task: Task): Plan =>
  task.skills.length === 0 && task.preferredAgentId === null ? laneOf(state, task).plan : planFor(state, task);
