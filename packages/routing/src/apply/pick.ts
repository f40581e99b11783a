import type { AgentId } from '@eyeline/protocol';
import type { RefusedReason } from '../effect.ts';
import { beginOffer } from '../offering/begin-offer.ts';
import type { AgentSession } from '../pool/agent-session.ts';
import { filedOf } from '../pool/availability.ts';
import { hasRoom } from '../pool/capacity.ts';
import { isFree } from '../pool/file-agent-session.ts';
import { laneOf, planOf } from '../pool/lanes.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { isListed } from '../waiting/enter-pools.ts';

/** An agent takes a task from the list. What is in nobody's hands goes to who picks first. */
export function pick(turn: Turn, task: Task, agentId: AgentId): void {
  const { taskId } = task;
  const agentSession = turn.state.agentSessions.get(agentId);
  const because = agentSession ? whyNot(turn, task, agentSession) : 'not-ready';
  if (agentSession && because === null) beginOffer(turn, task, agentSession, 'pick');
  else turn.notices.push({ type: 'pick.refused', taskId, agentId, because: because ?? 'not-ready' });
}

function whyNot({ state }: Turn, task: Task, agentSession: AgentSession): RefusedReason | null {
  const { agent, profile, memberships } = agentSession;
  if (task.state !== 'queued') return task.state === 'scheduled' ? 'gone' : 'taken';
  const { steps } = planOf(state, task);
  const membership = memberships.find(({ pool }) => steps.some(step => step.pool === pool));
  if (!membership || !isListed(laneOf(state, task))) return 'not-eligible';
  if (agent.state !== 'ready' || !agent.connected || agent.pendingReason !== null) return 'not-ready';
  if (!agent.domains.includes(task.domain)) return 'not-ready';
  if (agent.offerId !== null || !hasRoom(agent.inHand, task.domain, profile, state.configuration.domains))
    return 'no-room';
  return isFree(membership.pool, filedOf(state, agentSession)) ? null : 'voice-not-ready';
}
