import type { AgentId } from '@eyeline/protocol';
import { planOf } from '../pool/lanes.ts';
import type { Membership, Pool } from '../pool/pool.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';

/**
 * Who is asked first: by the steps of the plan, and within a step by the queue's selection. Who declined comes last, whose
 * decline is longest ago before the others, and not before a pause.
 */
export function chooseAgent(state: RoutingState, task: Task): AgentId | undefined {
  const { steps } = planOf(state, task);
  const isOpenTo = ({ agent: { agentId } }: Membership) =>
    agentId !== task.consult?.askerId && task.declines.every(decline => decline.agentId !== agentId);
  const isAnybodys = task.declines.length === 0 && !task.consult;
  for (let index = 0; index <= task.step; index += 1) {
    const idle = steps[index]?.pool.idle;
    const chosen = isAnybodys ? idle?.first() : idle?.find(isOpenTo);
    if (chosen) return chosen.agent.agentId;
  }
  if (task.declines.length === 0) return undefined;
  const pools = new Set(steps.slice(0, task.step + 1).map(({ pool }) => pool));
  return task.declines
    .toSorted((one, other) => one.at - other.at)
    .find(({ agentId }) => mayBeAsked(state, task, agentId) && isIdleIn(state, agentId, pools))?.agentId;
}

/** Is the pause after the agent's decline over? True for who never declined. Nobody is asked twice by a colleague. */
export function mayBeAsked({ configuration, now }: RoutingState, task: Task, agentId: AgentId): boolean {
  const { declines, consult } = task;
  if (consult?.askerId === agentId) return false;
  if (declines.length === 0) return true;
  const decline = declines.find(other => other.agentId === agentId);
  return decline === undefined || (!consult && decline.at + configuration.policy.declinePauseMs <= now);
}

const isIdleIn = ({ agentSessions }: RoutingState, agentId: AgentId, pools: ReadonlySet<Pool>): boolean =>
  agentSessions.get(agentId)?.memberships.some(({ isIdle, pool }) => isIdle && pools.has(pool)) === true;
