import type { RoutingDomain } from '../domain.ts';
import type { QueueId } from '../queue-id.ts';
import type { Consult } from '../record/consult.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import { type Line, newLine } from './line.ts';
import type { Plan } from './plan.ts';
import { planFor, queueOf } from './plans.ts';

/** The line of a queue's domain, made when it is the first time; undefined when there is no such queue. */
export function lineFor(state: RoutingState, queueId: QueueId, domain: RoutingDomain): Line | undefined {
  const known = state.linesOf.get(queueId)?.get(domain);
  if (known) return known;
  const queue = queueOf(state, queueId);
  if (!queue) return undefined;
  const plan = planFor(state, { queueId, domain, skills: [], preferredAgentId: null, insists: false });
  const line = newLine({ queueId, domain }, { queue, plan }, state.now);
  state.lines.set(line.key, line);
  state.linesOf.set(queueId, (state.linesOf.get(queueId) ?? new Map()).set(domain, line));
  return line;
}

/** Where the consults of a queue wait: always offered, and no longer than the policy says. */
function consultLineFor(state: RoutingState, { queueId, domain }: Task, consult: Consult): Line | undefined {
  const known = state.consultLines.get(queueId);
  if (known) return known;
  const found = queueOf(state, queueId);
  if (!found) return undefined;
  const plan = planFor(state, { queueId, domain, skills: [], preferredAgentId: null, insists: false, consult });
  const queue = { ...found, mode: 'push' as const, maxWaitMs: state.configuration.policy.consultWaitMs };
  const line = newLine({ queueId, domain, isConsult: true }, { queue, plan }, state.now);
  state.consultLines.set(queueId, line);
  return line;
}

/** A waiting task's line. */
export function lineOf(state: RoutingState, task: Task): Line {
  const { consult } = task;
  const line = consult ? consultLineFor(state, task, consult) : lineFor(state, task.queueId, task.domain);
  if (!line) throw new Error(`Task ${task.taskId} waits in ${task.queueId}, which is not a queue.`);
  return line;
}

export const planOf = (state: RoutingState, task: Task): Plan =>
  task.skills.length === 0 && task.preferredAgentId === null ? lineOf(state, task).plan : planFor(state, task);
