import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';

/** More than any wait: without ageing, no wait outweighs a priority. */
const neverMs = 1e14;

/**
 * The place among waiting tasks, smaller first. Everybody ages alike, so who is ahead never changes while waiting: a
 * priority is worth so much earlier a request, once and for all.
 */
export const orderOf = ({ configuration }: RoutingState, from: number, priority: number): number =>
  from - priority * (configuration.policy.ageingMs ?? neverMs);

/** Since when a task has waited in its customer's eyes: a callback only since its window opened. */
export const agedFrom = ({ requestedAt, callback }: Pick<Task, 'requestedAt' | 'callback'>): number =>
  callback ? Math.max(requestedAt, callback.window.from) : requestedAt;

export const clampPriority = (priority: number): number => Math.min(10, Math.max(1, Math.round(priority)));
