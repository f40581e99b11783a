import type { QueueConfiguration } from '../configuration/queue-configuration.ts';
import type { RoutingDomain } from '../domain.ts';
import type { TaskEnding } from '../effect.ts';
import { own } from '../own.ts';
import type { QueueId } from '../queue-id.ts';
import type { RoutingState } from '../record/state.ts';

type Place = { readonly ok: true; readonly queueId: QueueId } | { readonly ok: false; readonly because: TaskEnding };

/** The first queue with room, from this one along its overflows. Retired queues take nobody in. */
export function findPlace(state: RoutingState, queueId: QueueId, domain: RoutingDomain): Place {
  let next: QueueId | undefined = queueId;
  let because: TaskEnding = 'unknown-queue';
  while (next !== undefined) {
    const queue: QueueConfiguration | undefined = own(state.configuration.queues, next);
    if (!queue) break;
    const serves = queue.domains.includes(domain);
    // A callback does not wait yet: it is what a full queue can still give.
    if (serves && (domain === 'callback' || waitingIn(state, next) < (queue.limit ?? Number.POSITIVE_INFINITY)))
      return { ok: true, queueId: next };
    if (because === 'unknown-queue' || serves) because = serves ? 'queue-full' : 'domain-not-served';
    next = queue.overflow;
  }
  return { ok: false, because };
}

function waitingIn({ lanesOf }: RoutingState, queueId: QueueId): number {
  let waiting = 0;
  for (const lane of lanesOf.get(queueId)?.values() ?? []) waiting += lane.waiting.size;
  return waiting;
}
