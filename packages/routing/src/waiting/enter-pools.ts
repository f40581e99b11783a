import type { Lane } from '../pool/lane.ts';
import type { Plan, PlanStep } from '../pool/plan.ts';
import type { Task } from '../record/task.ts';

const isOffered = ({ queue: { mode } }: Lane): boolean => mode === 'push' || mode === 'both';
export const isListed = ({ queue: { mode } }: Lane): boolean => mode === 'pull' || mode === 'both';

/** Lets a queued task be found in the pools of its steps so far. */
export function enterPools(lane: Lane, plan: Plan, task: Task): void {
  for (let index = 0; index <= task.step; index += 1) enterStep(lane, plan.steps[index], task);
}

export function enterStep(lane: Lane, step: PlanStep | undefined, task: Task): void {
  if (!step || step.isRepeated) return;
  if (isOffered(lane)) step.pool.waiting.add(task);
  if (isListed(lane)) step.pool.listed.add(task);
}

export function leavePools(lane: Lane, plan: Plan, task: Task): void {
  for (let index = 0; index <= task.step; index += 1) {
    const step = plan.steps[index];
    if (!step || step.isRepeated) continue;
    if (isOffered(lane)) step.pool.waiting.remove(task);
    if (isListed(lane)) step.pool.listed.remove(task);
  }
}
