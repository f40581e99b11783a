import type { Line } from '../pool/line.ts';
import type { Plan, PlanStep } from '../pool/plan.ts';
import type { Task } from '../record/task.ts';

const isOffered = ({ queue: { mode } }: Line): boolean => mode === 'push' || mode === 'both';
export const isListed = ({ queue: { mode } }: Line): boolean => mode === 'pull' || mode === 'both';

/** Lets a queued task be found in the pools of its steps so far. */
export function enterPools(line: Line, plan: Plan, task: Task): void {
  for (let index = 0; index <= task.step; index += 1) enterStep(line, plan.steps[index], task);
}

export function enterStep(line: Line, step: PlanStep | undefined, task: Task): void {
  if (!step || step.isRepeated) return;
  if (isOffered(line)) step.pool.waiting.add(task);
  if (isListed(line)) step.pool.listed.add(task);
}

export function leavePools(line: Line, plan: Plan, task: Task): void {
  for (let index = 0; index <= task.step; index += 1) {
    const step = plan.steps[index];
    if (!step || step.isRepeated) continue;
    if (isOffered(line)) step.pool.waiting.remove(task);
    if (isListed(line)) step.pool.listed.remove(task);
  }
}
