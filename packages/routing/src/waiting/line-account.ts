import { type Line, placesOf } from '../pool/line.ts';
import type { RoutingState } from '../record/state.ts';

/** Adds up what the line saw since it was last looked at. */
export function account(line: Line, now: number): void {
  const { statistics } = line;
  const ms = now - statistics.accountedAt;
  if (ms <= 0) return;
  statistics.accountedAt = now;
  if (line.waiting.size === 0) return;
  statistics.waitedMs += ms * line.waiting.size;
  if (line.queued > 0) statistics.placeMs += ms * placesOf(line);
}

export function nextReview({ configuration }: RoutingState, now: number): number {
  const { reviewMs } = configuration.policy;
  return (Math.floor(now / reviewMs) + 1) * reviewMs;
}

export function scheduleReview({ timers }: RoutingState, line: Line, at: number | null): void {
  timers.move('line', line.key, line.wakesAt, at);
  line.wakesAt = at;
}
