import type { QueueConfiguration } from '../configuration/queue-configuration.ts';
import type { RoutingDomain } from '../domain.ts';
import { OrderedIndex } from '../ordered/ordered-index.ts';
import type { QueueId } from '../queue-id.ts';
import { compareTasks, type Task } from '../record/task.ts';
import { newStatistics, type ServiceStatistics } from '../wait/service-statistics.ts';
import type { Plan } from './plan.ts';

/** What is stored of a lane. */
export interface LaneRecord {
  readonly queueId: QueueId;
  readonly domain: RoutingDomain;
  readonly statistics: ServiceStatistics;
  readonly wakesAt: number | null;
}

/** One domain's waiting tasks of one queue: where positions are counted. */
export interface Lane {
  readonly key: string;
  readonly queueId: QueueId;
  readonly domain: RoutingDomain;
  queue: QueueConfiguration;
  plan: Plan;
  /** Queued, preparing and offered tasks. */
  readonly waiting: OrderedIndex<Task>;
  /** How many of them are queued, with no agent in sight. */
  queued: number;
  statistics: ServiceStatistics;
  wakesAt: number | null;
  /** Nobody hears of positions here. */
  readonly isConsult: boolean;
}

export const laneKey = (queueId: QueueId, domain: RoutingDomain): string => `${domain} ${queueId}`;

export const newLane = (
  { queueId, domain, isConsult = false }: Pick<Lane, 'queueId' | 'domain'> & { readonly isConsult?: boolean },
  { queue, plan }: Pick<Lane, 'queue' | 'plan'>,
  now: number,
): Lane => ({
  key: plan.laneKey,
  queueId,
  domain,
  queue,
  plan,
  waiting: new OrderedIndex(compareTasks),
  queued: 0,
  statistics: newStatistics(now),
  wakesAt: null,
  isConsult,
});

/** How many tasks the agents who are ready could serve at once. */
export function placesOf(lane: Lane): number {
  let places = 0;
  for (const { pool } of lane.plan.steps) places = Math.max(places, pool.places);
  return places;
}
