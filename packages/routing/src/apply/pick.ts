import type { AgentId } from '@eyeline/protocol';
import type { RefusedReason } from '../effect.ts';
import { filedOf } from '../pool/availability.ts';
import { hasRoom } from '../pool/capacity.ts';
import { isFree } from '../pool/file-seat.ts';
import { lineOf, planOf } from '../pool/lines.ts';
import type { Seat } from '../pool/seat.ts';
import type { Task } from '../record/task.ts';
import { reserve } from '../reservation/reserve.ts';
import type { Turn } from '../turn.ts';
import { isListed } from '../waiting/enter-pools.ts';

/** An agent takes a task from the list. What is in nobody's hands goes to who picks first. */
export function pick(turn: Turn, task: Task, agentId: AgentId): void {
  const { taskId } = task;
  const seat = turn.state.seats.get(agentId);
  const because = seat ? whyNot(turn, task, seat) : 'not-ready';
  if (seat && because === null) reserve(turn, task, seat, 'pick');
  else turn.tellings.push({ type: 'pick.refused', taskId, agentId, because: because ?? 'not-ready' });
}

function whyNot({ state }: Turn, task: Task, seat: Seat): RefusedReason | null {
  const { agent, profile, memberships } = seat;
  if (task.state !== 'queued') return task.state === 'scheduled' ? 'gone' : 'taken';
  const { steps } = planOf(state, task);
  const membership = memberships.find(({ pool }) => steps.some(step => step.pool === pool));
  if (!membership || !isListed(lineOf(state, task))) return 'not-eligible';
  if (agent.state !== 'ready' || !agent.connected || agent.pendingReason !== null) return 'not-ready';
  if (!agent.domains.includes(task.domain)) return 'not-ready';
  if (agent.offerId !== null || !hasRoom(agent.inHand, task.domain, profile, state.configuration.domains))
    return 'no-room';
  return isFree(membership.pool, filedOf(state, seat)) ? null : 'voice-not-ready';
}
