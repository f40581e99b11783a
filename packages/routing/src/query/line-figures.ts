import { type RoutingDomain, routingDomains } from '../domain.ts';
import { lineFor } from '../pool/lines.ts';
import { isServable, queueOf } from '../pool/plans.ts';
import type { QueueId } from '../queue-id.ts';
import type { RoutingState } from '../record/state.ts';
import { waitAt } from '../tell/moved.ts';
import { meanHandleMs } from '../wait/service-statistics.ts';
import type { WaitEstimate } from '../wait/wait-estimate.ts';

/** One domain of a queue as it is now. */
export interface LineFigures {
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
export function queueFigures(state: RoutingState, queueId: QueueId): readonly LineFigures[] {
  const domains = queueOf(state, queueId)?.domains ?? [];
  return routingDomains
    .filter(domain => domains.includes(domain))
    .flatMap(domain => lineFigures(state, queueId, domain));
}

/** One line of a queue; nothing when there is no such queue. */
export function lineFigures(state: RoutingState, queueId: QueueId, domain: RoutingDomain): readonly LineFigures[] {
  const line = lineFor(state, queueId, domain);
  if (!line) return [];
  const first = line.waiting.first();
  const idle = line.plan.steps[0]?.pool.idle.size ?? 0;
  const wait = waitAt(line, line.waiting.size + 1);
  return [
    {
      queueId,
      domain,
      waiting: line.waiting.size,
      longestWaitMs: first ? state.now - first.requestedAt : null,
      servable: isServable(line.plan),
      idle,
      wait:
        idle > 0 && line.queued === 0 && line.queue.mode !== 'outside' ? { expectedMs: 0, lowMs: 0, highMs: 0 } : wait,
      meanHandleMs: meanHandleMs(line.statistics, line.queue.expectedHandleMs),
    },
  ];
}
