import { type RoutingDomain, routingDomains } from '../domain.ts';
import { waitAt } from '../notify/moved.ts';
import { laneFor } from '../pool/lanes.ts';
import { isServable, queueOf } from '../pool/plans.ts';
import type { QueueId } from '../queue-id.ts';
import type { RoutingState } from '../record/state.ts';
import { meanHandleMs } from '../wait/service-statistics.ts';
import type { WaitEstimate } from '../wait/wait-estimate.ts';

/** One domain of a queue as it is now. */
export interface LaneFigures {
  readonly queueId: QueueId;
  readonly domain: RoutingDomain;
  readonly waiting: number;
  /** How long the first has waited since the request, ms; null when nobody waits. */
  readonly longestWaitMs: number | null;
  /** Could anybody who is signed in serve it, overflows included? */
  readonly servable: boolean;
  /** Agents of the first step who could be offered something now. */
  readonly idle: number;
  /** How long a request would wait that came now; null when nobody is ready. */
  readonly wait: WaitEstimate | null;
  readonly meanHandleMs: number;
}

/** One queue's domains, those without a task so far included. */
export function queueFigures(state: RoutingState, queueId: QueueId): readonly LaneFigures[] {
  const domains = queueOf(state, queueId)?.domains ?? [];
  return routingDomains
    .filter(domain => domains.includes(domain))
    .flatMap(domain => laneFigures(state, queueId, domain));
}

/** One lane of a queue; nothing when there is no such queue. */
export function laneFigures(state: RoutingState, queueId: QueueId, domain: RoutingDomain): readonly LaneFigures[] {
  const lane = laneFor(state, queueId, domain);
  if (!lane) return [];
  const first = lane.waiting.first();
  const idle = lane.plan.steps[0]?.pool.idle.size ?? 0;
  const wait = waitAt(lane, lane.waiting.size + 1);
  return [
    {
      queueId,
      domain,
      waiting: lane.waiting.size,
      longestWaitMs: first ? state.now - first.requestedAt : null,
      servable: isServable(lane.plan),
      idle,
      wait:
        idle > 0 && lane.queued === 0 && lane.queue.mode !== 'outside' ? { expectedMs: 0, lowMs: 0, highMs: 0 } : wait,
      meanHandleMs: meanHandleMs(lane.statistics, lane.queue.expectedHandleMs),
    },
  ];
}
