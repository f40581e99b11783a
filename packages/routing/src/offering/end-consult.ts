import type { ConsultEnding } from '../effect.ts';
import { planOf } from '../pool/lanes.ts';
import type { Pool } from '../pool/pool.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { closeTask } from './close-task.ts';
import { letGo } from './let-go.ts';

/** A consult is over. The colleague is free at once: there is nothing to wrap up. */
export function endConsult(turn: Turn, consult: Task, ending: ConsultEnding | 'withdrawn'): void {
  const agent = consult.agentId === null ? undefined : turn.state.agentSessions.get(consult.agentId)?.agent;
  if (consult.state === 'active' && agent) letGo(turn, consult, agent);
  closeTask(turn, consult, ending);
}

/** Ends the consults about tasks that are not with who asked any more. */
export function endOrphans(turn: Turn): void {
  const { consults, tasks } = turn.state;
  if (consults.size === 0) return;
  for (const { task: about } of [...turn.tasks.values()]) {
    const taskId = consults.get(about.taskId);
    const consult = taskId && tasks.get(taskId);
    const isWithAsker = about.state === 'active' && about.agentId === consult?.consult?.askerId;
    if (consult && !(isWithAsker && tasks.has(about.taskId))) endConsult(turn, consult, 'asker-left');
  }
}

/** Ends the consults for which nobody is left. */
export function endHopeless(turn: Turn): void {
  const { state } = turn;
  for (const taskId of [...state.consults.values()]) {
    const consult = state.tasks.get(taskId);
    if (consult?.state === 'queued' && !planOf(state, consult).reach.some(pool => isLeft(state, consult, pool)))
      endConsult(turn, consult, 'nobody-there');
  }
}

/** Is anybody there besides who asks and those who declined? */
function isLeft({ agentSessions }: RoutingState, { consult, declines }: Task, pool: Pool): boolean {
  let left = pool.present;
  const out = new Set(declines.map(({ agentId }) => agentId));
  if (consult) out.add(consult.askerId);
  for (const agentId of out)
    if (agentSessions.get(agentId)?.memberships.some(one => one.pool === pool && one.present)) left -= 1;
  return left > 0;
}
