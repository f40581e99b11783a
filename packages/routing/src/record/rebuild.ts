import type { RoutingConfiguration } from '../configuration/configuration.ts';
import type { QueueConfiguration } from '../configuration/queue-configuration.ts';
import { own } from '../own.ts';
import { fileSeat } from '../pool/file-seat.ts';
import type { LineRecord } from '../pool/line.ts';
import { lineFor, lineOf, planOf } from '../pool/lines.ts';
import { queueOf } from '../pool/plans.ts';
import { joinPools } from '../pool/pools.ts';
import { profileOf } from '../pool/profile.ts';
import { unfiled } from '../pool/seat.ts';
import type { QueueId } from '../queue-id.ts';
import { enterPools } from '../waiting/enter-pools.ts';
import type { RoutingState } from './state.ts';
import type { Task } from './task.ts';

/** Builds all indices again from the records, after they or the configuration came from elsewhere. */
export function rebuild(state: RoutingState, lines: readonly LineRecord[]): void {
  state.plans.clear();
  state.pools.clear();
  state.anchors.clear();
  state.lines.clear();
  state.linesOf.clear();
  state.consultLines.clear();
  state.present.length = 0;
  const seats = [...state.seats.values()];
  // Pools that are made while nobody is there need not look for members one by one: members find them by their skills.
  state.seats.clear();
  for (const { queueId, domain, statistics, wakesAt } of lines) {
    const line = lineFor(state, queueId, domain);
    if (!line) continue;
    line.statistics = statistics;
    line.wakesAt = wakesAt;
  }
  for (const task of state.tasks.values()) placeTask(state, task);
  for (const seat of seats) {
    state.seats.set(seat.agent.agentId, seat);
    seat.profile = profileOf(state, seat.agent.agentId);
    seat.memberships = [];
    seat.filed = unfiled;
    joinPools(state, seat);
    fileSeat(state, seat, new Set());
  }
}

function placeTask(state: RoutingState, task: Task): void {
  if (task.state !== 'queued' && task.state !== 'reserving' && task.state !== 'offered') return;
  const line = lineOf(state, task);
  const plan = planOf(state, task);
  plan.uses += 1;
  line.waiting.add(task);
  task.step = Math.min(task.step, plan.steps.length - 1);
  if (task.state !== 'queued') return;
  line.queued += 1;
  enterPools(line, plan, task);
}

/** The queues of tasks that a new configuration does not know any more: they stay until their tasks are done. */
export function retiredQueues(
  state: RoutingState,
  { queues }: RoutingConfiguration,
): Record<QueueId, QueueConfiguration> {
  const retired: Record<QueueId, QueueConfiguration> = {};
  for (const { queueId } of state.tasks.values()) {
    const queue = queueOf(state, queueId);
    if (queue && !own(queues, queueId)) retired[queueId] = queue;
  }
  return retired;
}
