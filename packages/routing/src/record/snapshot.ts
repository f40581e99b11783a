import type { RoutingConfiguration } from '../configuration/configuration.ts';
import type { QueueConfiguration } from '../configuration/queue-configuration.ts';
import type { LaneRecord } from '../pool/lane.ts';
import type { QueueId } from '../queue-id.ts';
import type { Agent } from './agent.ts';
import type { ExternalTask } from './external-task.ts';
import type { RoutingOffer } from './offer.ts';
import type { RoutingState } from './state.ts';
import type { Task } from './task.ts';
import type { Voice } from './voice.ts';

export const snapshotVersion = 3;

/** Plain JSON. Agents who are signed out and tasks that are closed are not in it. */
export interface RoutingSnapshot {
  readonly version: typeof snapshotVersion;
  readonly now: number;
  readonly configuration: RoutingConfiguration;
  readonly retired: Readonly<Record<QueueId, QueueConfiguration>>;
  readonly agents: readonly Agent[];
  readonly voices: readonly Voice[];
  readonly tasks: readonly Task[];
  readonly offers: readonly RoutingOffer[];
  readonly lanes: readonly LaneRecord[];
  /** Only where there ever was one. */
  readonly externalTasks?: readonly ExternalTask[];
  readonly externalTasksMade?: number;
  readonly offersMade: number;
  readonly tasksRequested: number;
}

/** A copy of all records, which later decisions do not touch. O(agents + tasks). */
export const snapshot = (state: RoutingState): RoutingSnapshot => ({
  version: snapshotVersion,
  now: state.now,
  configuration: state.configuration,
  retired: { ...state.retired },
  agents: [...state.agentSessions.values()].map(({ agent }) => ({ ...agent })),
  voices: [...state.voices.values()].map(voice => ({ ...voice })),
  tasks: [...state.tasks.values()].map(task => ({ ...task })),
  offers: [...state.offers.values()].map(offer => ({ ...offer })),
  lanes: [...state.lanes.values()].map(({ queueId, domain, statistics, wakesAt }) => ({
    queueId,
    domain,
    statistics: { ...statistics },
    wakesAt,
  })),
  ...(state.externalTasksMade > 0 && {
    externalTasks: [...state.externalTasks.values()].map(externalTask => ({ ...externalTask })),
    externalTasksMade: state.externalTasksMade,
  }),
  offersMade: state.offersMade,
  tasksRequested: state.tasksRequested,
});
