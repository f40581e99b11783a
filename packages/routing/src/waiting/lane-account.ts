import { type Lane, placesOf } from '../pool/lane.ts';
import type { RoutingState } from '../record/state.ts';

/** Adds up what the lane saw since it was last looked at. */
export function account(lane: Lane, now: number): void {
  const { statistics } = lane;
  const ms = now - statistics.accountedAt;
  if (ms <= 0) return;
  statistics.accountedAt = now;
  if (lane.waiting.size === 0) return;
  statistics.waitedMs += ms * lane.waiting.size;
  if (lane.queued > 0) statistics.placeMs += ms * placesOf(lane);
}

export function nextReview({ configuration }: RoutingState, now: number): number {
  const { reviewMs } = configuration.policy;
  return (Math.floor(now / reviewMs) + 1) * reviewMs;
}

export function scheduleReview({ timers }: RoutingState, lane: Lane, at: number | null): void {
  timers.move('lane', lane.key, lane.wakesAt, at);
  lane.wakesAt = at;
}
