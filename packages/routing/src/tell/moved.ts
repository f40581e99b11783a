import type { RoutingEffect } from '../effect.ts';
import { type Line, placesOf } from '../pool/line.ts';
import { lineOf } from '../pool/lines.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { estimateWait, type WaitEstimate } from '../wait/wait-estimate.ts';
import { account } from '../waiting/line-account.ts';
import { milestonesFrom } from './milestones.ts';

/** An estimate is told again when it differs by more than this, and this share. */
const leastChangeMs = 5_000;
const leastShare = 0.25;

/** How long a task at this position has to wait. Those ahead who are being offered have their agent already. */
export function waitAt(line: Line, position: number): WaitEstimate | null {
  const offered = line.waiting.size - line.queued;
  const ahead = Math.max(0, position - 1 - offered);
  return estimateWait(line.statistics, line.queue.expectedHandleMs, placesOf(line), ahead);
}

/** Tells positions: of tasks that came, of tasks that came to stand at a milestone, and where an estimate has changed. */
export function movedEffects(turn: Turn): RoutingEffect[] {
  const effects: RoutingEffect[] = [];
  for (const task of turn.placed) {
    const line = lineOf(turn.state, task);
    account(line, turn.now);
    tell(effects, line, task, line.waiting.rankOf(task) + 1);
  }
  for (const [line, rank] of turn.moved)
    for (const position of milestonesFrom(rank + 1, line.waiting.size)) {
      const task = line.waiting.at(position - 1);
      if (task && task.toldPosition !== position) tell(effects, line, task, position);
    }
  for (const line of turn.reviewed) {
    account(line, turn.now);
    for (const position of milestonesFrom(1, line.waiting.size)) {
      const task = line.waiting.at(position - 1);
      if (task && hasChanged(task, waitAt(line, position))) tell(effects, line, task, position);
    }
  }
  return effects;
}

function tell(effects: RoutingEffect[], line: Line, task: Task, position: number): void {
  const wait = waitAt(line, position);
  task.toldPosition = position;
  task.toldWaitMs = wait?.expectedMs ?? null;
  effects.push({ type: 'queue.moved', taskId: task.taskId, position, wait });
}

function hasChanged({ toldWaitMs }: Task, wait: WaitEstimate | null): boolean {
  if (wait === null || toldWaitMs === null) return wait !== toldWaitMs;
  return Math.abs(wait.expectedMs - toldWaitMs) > Math.max(leastChangeMs, leastShare * toldWaitMs);
}
