import type { RoutingEffect } from '../effect.ts';
import { type Line, placesOf } from '../pool/line.ts';
import { lineOf } from '../pool/lines.ts';
import { waitLeft } from '../record/errand.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { estimateWait, paceOf, type WaitEstimate } from '../wait/wait-estimate.ts';
import { account } from '../waiting/line-account.ts';
import { milestonesFrom } from './milestones.ts';

/** An estimate is told again when it differs by more than this, and this share. */
const leastChangeMs = 5_000;
const leastShare = 0.25;

/** How long a task at this position has to wait; null too where somebody else chooses: they know, or nobody does. */
export function waitAt(line: Line, position: number): WaitEstimate | null {
  if (line.queue.mode === 'outside') return null;
  const pace = paceOf(line.statistics, line.queue.expectedHandleMs, placesOf(line));
  return pace && estimateWait(pace, aheadOf(line, position));
}

/** How long a waiting task still has to wait: until its offer is answered, as we reckon, or as the router outside has said. */
export function waitOf(state: RoutingState, task: Task, position: number): WaitEstimate | null {
  const offer = task.state === 'offered' && task.offerId ? state.offers.get(task.offerId) : undefined;
  if (offer) {
    const leftMs = Math.max(0, offer.expiresAt - state.now);
    return { expectedMs: Math.round(leftMs / 2), lowMs: 0, highMs: leftMs };
  }
  const errand = task.errand === null ? undefined : state.errands.get(task.errand);
  if (!errand) return waitAt(lineOf(state, task), position);
  const ms = waitLeft(errand, state.now);
  return ms === null ? null : { expectedMs: ms, lowMs: ms, highMs: ms };
}

/** Those ahead who are being offered have their agent already. */
const aheadOf = ({ waiting, queued }: Line, position: number): number =>
  Math.max(0, position - 1 - (waiting.size - queued));

/** Tells positions: of tasks that came, of tasks that came to stand at a milestone, and where an estimate has changed. */
export function movedEffects(turn: Turn): RoutingEffect[] {
  const effects: RoutingEffect[] = [];
  for (const task of turn.placed) {
    const line = lineOf(turn.state, task);
    if (line.isConsult) continue;
    account(line, turn.now);
    const position = line.waiting.rankOf(task) + 1;
    tell(effects, task, position, waitOf(turn.state, task, position));
  }
  for (const [line, rank] of turn.moved) if (!line.isConsult) tellMilestones(turn, effects, line, rank + 1, false);
  for (const line of turn.reviewed) {
    account(line, turn.now);
    tellMilestones(turn, effects, line, 1, true);
  }
  return effects;
}

function tellMilestones({ state }: Turn, effects: RoutingEffect[], line: Line, from: number, isReview: boolean): void {
  const { waiting, statistics, queue } = line;
  const milestones = milestonesFrom(from, waiting.size);
  if (milestones.length === 0) return;
  const pace = paceOf(statistics, queue.expectedHandleMs, placesOf(line));
  for (const position of milestones) {
    const task = waiting.at(position - 1);
    if (!task || (!isReview && task.toldPosition === position)) continue;
    const reckoned = pace && queue.mode !== 'outside' ? estimateWait(pace, aheadOf(line, position)) : null;
    const wait = task.errand === null && task.state !== 'offered' ? reckoned : waitOf(state, task, position);
    if (!isReview || hasChanged(task, wait)) tell(effects, task, position, wait);
  }
}

function tell(effects: RoutingEffect[], task: Task, position: number, wait: WaitEstimate | null): void {
  task.toldPosition = position;
  task.toldWaitMs = wait?.expectedMs ?? null;
  effects.push({ type: 'queue.moved', taskId: task.taskId, position, wait });
}

function hasChanged({ toldWaitMs }: Task, wait: WaitEstimate | null): boolean {
  if (wait === null || toldWaitMs === null) return wait !== toldWaitMs;
  return Math.abs(wait.expectedMs - toldWaitMs) > Math.max(leastChangeMs, leastShare * toldWaitMs);
}
