import { type RoutingDomain, routingDomains } from '../domain.ts';
import type { UnservableReason } from '../effect.ts';
import type { TaskRequest } from '../input.ts';
import { planOf } from '../pool/lanes.ts';
import type { Plan } from '../pool/plan.ts';
import { isServable, leavePlan, planFor, queueOf } from '../pool/plans.ts';
import type { RoutingState } from '../record/state.ts';
import { compareTasks, type Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { notifyFallback } from './fallback.ts';

export type Viability =
  | {
      readonly servable: true;
      /** Is somebody ready now, be it with their hands full? If not, nobody can say how long it takes. */
      readonly ready: boolean;
    }
  | { readonly servable: false; readonly because: UnservableReason | 'unknown-queue' | 'domain-not-served' };

/**
 * Could anybody who is signed in and reachable ever serve such a request, overflows included? The state is not changed in
 * any way that shows.
 */
export function viability(
  state: RoutingState,
  request: Pick<TaskRequest, 'domain' | 'insists' | 'preferredAgentId' | 'queueId' | 'skills'>,
): Viability {
  const { domain, queueId = state.configuration.defaultQueue, preferredAgentId = null, skills = [] } = request;
  const queue = queueOf(state, queueId);
  if (!queue) return { servable: false, because: 'unknown-queue' };
  if (!queue.domains.includes(domain)) return { servable: false, because: 'domain-not-served' };
  const insists = request.insists === true && preferredAgentId !== null;
  const plan = planFor(state, { queueId, domain, preferredAgentId, skills, insists });
  plan.uses += 1;
  const answer: Viability = isServable(plan)
    ? { servable: true, ready: plan.reach.some(pool => pool.places > 0) }
    : { servable: false, because: reasonOf(state, plan, domain) };
  leavePlan(state, plan);
  return answer;
}

function reasonOf({ present }: RoutingState, plan: Plan, domain: RoutingDomain): UnservableReason {
  if (plan.isPersonal && plan.reach.length === 1) return 'agent-absent';
  if ((present[routingDomains.length] ?? 0) === 0) return 'nobody-signed-in';
  return (present[routingDomains.indexOf(domain)] ?? 0) === 0 ? 'no-media' : 'no-skill';
}

/** Why nobody could serve a waiting task as things are; null when somebody could. */
export function unservedReason(state: RoutingState, task: Task): UnservableReason | null {
  const plan = planOf(state, task);
  if (!isServable(plan)) return reasonOf(state, plan, task.domain);
  const externalTask = task.externalTask === null ? undefined : state.externalTasks.get(task.externalTask);
  return externalTask?.isUnreachable ? 'no-media' : null;
}

/** Tells the customers for whom the answer is another than it was. */
export function notifyViability(turn: Turn): void {
  const { state, judged } = turn;
  for (const { plans } of turn.turned)
    for (const key of plans) {
      const plan = state.plans.get(key);
      const lane = plan && state.lanes.get(plan.laneKey);
      for (const task of lane?.waiting.toArray() ?? []) if (planOf(state, task) === plan) judged.add(task);
    }
  const tasks = judged.size > 1 ? [...judged].sort(compareTasks) : judged;
  for (const task of tasks) judge(turn, task);
}

function judge(turn: Turn, task: Task): void {
  const { state } = turn;
  if (task.consult) return;
  const because = unservedReason(state, task);
  if ((because !== null) === task.notifiedUnservable) return;
  task.notifiedUnservable = because !== null;
  if (because !== null) notifyFallback(turn, task, because);
  else turn.notices.push({ type: 'fallback.taken-back', taskId: task.taskId });
}
