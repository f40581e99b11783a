import type { RoutingConfiguration } from '../configuration/configuration.ts';
import type { QueueConfiguration } from '../configuration/queue-configuration.ts';
import { own } from '../own.ts';
import { unfiled } from '../pool/agent-session.ts';
import { fileAgentSession } from '../pool/file-agent-session.ts';
import type { LaneRecord } from '../pool/lane.ts';
import { laneFor, laneOf, planOf } from '../pool/lanes.ts';
import { queueOf } from '../pool/plans.ts';
import { joinPools } from '../pool/pools.ts';
import { profileOf } from '../pool/profile.ts';
import type { QueueId } from '../queue-id.ts';
import { enterPools } from '../waiting/enter-pools.ts';
import type { RoutingState } from './state.ts';
import type { Task } from './task.ts';

/** Builds all indices again from the records, after they or the configuration came from elsewhere. */
export function rebuild(state: RoutingState, lanes: readonly LaneRecord[]): void {
  state.plans.clear();
  state.pools.clear();
  state.anchors.clear();
  state.lanes.clear();
  state.lanesOf.clear();
  state.consultLanes.clear();
  state.present.length = 0;
  const agentSessions = [...state.agentSessions.values()];
  // Pools that are made while nobody is there need not look for members one by one: members find them by their skills.
  state.agentSessions.clear();
  for (const { queueId, domain, statistics, wakesAt } of lanes) {
    const lane = laneFor(state, queueId, domain);
    if (!lane) continue;
    lane.statistics = statistics;
    lane.wakesAt = wakesAt;
  }
  for (const task of state.tasks.values()) placeTask(state, task);
  for (const agentSession of agentSessions) {
    state.agentSessions.set(agentSession.agent.agentId, agentSession);
    agentSession.profile = profileOf(state, agentSession.agent.agentId);
    agentSession.memberships = [];
    agentSession.filed = unfiled;
    joinPools(state, agentSession);
    fileAgentSession(state, agentSession, new Set());
  }
}

function placeTask(state: RoutingState, task: Task): void {
  if (task.state !== 'queued' && task.state !== 'preparing' && task.state !== 'offered') return;
  const lane = laneOf(state, task);
  const plan = planOf(state, task);
  plan.uses += 1;
  lane.waiting.add(task);
  task.step = Math.min(task.step, plan.steps.length - 1);
  if (task.state !== 'queued') return;
  lane.queued += 1;
  enterPools(lane, plan, task);
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
