import type { RoutingEffect } from '../effect.ts';
import { type Lane, placesOf } from '../pool/lane.ts';
import { laneOf } from '../pool/lanes.ts';
import { waitLeft } from '../record/external-task.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { estimateWait, paceOf, type WaitEstimate } from '../wait/wait-estimate.ts';
import { account } from '../waiting/lane-account.ts';
import { milestonesFrom } from './milestones.ts';

/** An estimate is told again when it differs by more than this, and this share. */
const leastChangeMs = 5_000;
const leastShare = 0.25;

/** How long a task at this position has to wait; null too where somebody else chooses: they know, or nobody does. */
export function waitAt(lane: Lane, position: number): WaitEstimate | null {
  if (lane.queue.mode === 'outside') return null;
  const pace = paceOf(lane.statistics, lane.queue.expectedHandleMs, placesOf(lane));
  return pace && estimateWait(pace, aheadOf(lane, position));
}

/** How long a waiting task still has to wait: until its offer is answered, as we reckon, or as the router outside has said. */
export function waitOf(state: RoutingState, task: Task, position: number): WaitEstimate | null {
  const offer = task.state === 'offered' && task.offerId ? state.offers.get(task.offerId) : undefined;
  if (offer) {
    const leftMs = Math.max(0, offer.expiresAt - state.now);
    return { expectedMs: Math.round(leftMs / 2), lowMs: 0, highMs: leftMs };
  }
  const externalTask = task.externalTask === null ? undefined : state.externalTasks.get(task.externalTask);
  if (!externalTask) return waitAt(laneOf(state, task), position);
  const ms = waitLeft(externalTask, state.now);
  return ms === null ? null : { expectedMs: ms, lowMs: ms, highMs: ms };
}

/** Those ahead who are being offered have their agent already. */
const aheadOf = ({ waiting, queued }: Lane, position: number): number =>
  Math.max(0, position - 1 - (waiting.size - queued));

/** Tells positions: of tasks that came, of tasks that came to stand at a milestone, and where an estimate has changed. */
export function movedEffects(turn: Turn): RoutingEffect[] {
  const effects: RoutingEffect[] = [];
  for (const task of turn.placed) {
    const lane = laneOf(turn.state, task);
    if (lane.isConsult) continue;
    account(lane, turn.now);
    const position = lane.waiting.rankOf(task) + 1;
    notify(effects, task, position, waitOf(turn.state, task, position));
  }
  for (const [lane, rank] of turn.moved) if (!lane.isConsult) notifyMilestones(turn, effects, lane, rank + 1, false);
  for (const lane of turn.reviewed) {
    account(lane, turn.now);
    notifyMilestones(turn, effects, lane, 1, true);
  }
  return effects;
}

function notifyMilestones(
  { state }: Turn,
  effects: RoutingEffect[],
  lane: Lane,
  from: number,
  isReview: boolean,
): void {
  const { waiting, statistics, queue } = lane;
  const milestones = milestonesFrom(from, waiting.size);
  if (milestones.length === 0) return;
  const pace = paceOf(statistics, queue.expectedHandleMs, placesOf(lane));
  for (const position of milestones) {
    const task = waiting.at(position - 1);
    if (!task || (!isReview && task.notifiedPosition === position)) continue;
    const reckoned = pace && queue.mode !== 'outside' ? estimateWait(pace, aheadOf(lane, position)) : null;
    const wait = task.externalTask === null && task.state !== 'offered' ? reckoned : waitOf(state, task, position);
    if (!isReview || hasChanged(task, wait)) notify(effects, task, position, wait);
  }
}

function notify(effects: RoutingEffect[], task: Task, position: number, wait: WaitEstimate | null): void {
  task.notifiedPosition = position;
  task.notifiedWaitMs = wait?.expectedMs ?? null;
  effects.push({ type: 'queue.moved', taskId: task.taskId, position, wait });
}

function hasChanged({ notifiedWaitMs }: Task, wait: WaitEstimate | null): boolean {
  if (wait === null || notifiedWaitMs === null) return wait !== notifiedWaitMs;
  return Math.abs(wait.expectedMs - notifiedWaitMs) > Math.max(leastChangeMs, leastShare * notifiedWaitMs);
}
