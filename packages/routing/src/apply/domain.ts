import type { RoutingDomain } from '../domain.ts';
import type { RefusedReason } from '../effect.ts';
import { beginChange, voiceRuleOf } from '../offering/begin-offer.ts';
import { changeDomain } from '../offering/change-domain.ts';
import { closeOffer } from '../offering/close-offer.ts';
import { isWaiting, takeFromLane } from '../offering/close-task.ts';
import type { AgentSession } from '../pool/agent-session.ts';
import { fitsBeside } from '../pool/capacity.ts';
import { queueOf } from '../pool/plans.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { requeue } from './requeue.ts';

/** A chat is to become video, or the other way round: with the same agent, or while still waiting, at the same age. */
export function askDomain(turn: Turn, task: Task, domain: RoutingDomain): void {
  if (task.domain === domain) return;
  if (task.state === 'active') changeActive(turn, task, domain);
  else if (!isWaiting(task) || domain === 'callback') refuse(turn, task, domain, 'gone');
  else if (queueOf(turn.state, task.queueId)?.domains.includes(domain)) changeWaiting(turn, task, domain);
  else refuse(turn, task, domain, 'not-eligible');
}

function changeWaiting(turn: Turn, task: Task, domain: RoutingDomain): void {
  takeFromLane(turn, task);
  task.domain = domain;
  task.callback = null;
  turn.notices.push({ type: 'task.domain-changed', taskId: task.taskId, domain });
  requeue(turn, task);
}

function changeActive(turn: Turn, task: Task, domain: RoutingDomain): void {
  const { state } = turn;
  const agentSession = task.agentId === null ? undefined : state.agentSessions.get(task.agentId);
  if (!agentSession) return;
  if (domain === task.leftDomain) {
    goBack(turn, task, agentSession, domain);
    return;
  }
  const pending = task.offerId === null ? undefined : state.offers.get(task.offerId);
  // Asked already: the answer to the first is the answer to this.
  if (pending?.domain === domain) return;
  const because = whyNot(turn, task, domain, agentSession);
  if (because !== null) {
    refuse(turn, task, domain, because);
    return;
  }
  const offer = agentSession.agent.offerId === null ? undefined : state.offers.get(agentSession.agent.offerId);
  if (offer) closeOffer(turn, offer, 'withdrawn');
  beginChange(turn, task, agentSession, domain);
}

/**
 * There was room for it before, and nothing was added since. Whatever the agent is ready for by now, and whatever the
 * phone does: it stays in the same hands and takes less of them.
 */
function goBack(turn: Turn, task: Task, { agent, profile }: AgentSession, domain: RoutingDomain): void {
  const { state } = turn;
  const offer = task.offerId === null ? undefined : state.offers.get(task.offerId);
  if (offer) closeOffer(turn, offer, 'withdrawn');
  const isHeld = agent.inHand.some(({ taskId, holdsVoice }) => taskId === task.taskId && holdsVoice);
  const holdsVoice = isHeld && profile.voiceChannel && voiceRuleOf(state, task, domain) === 'required';
  changeDomain(turn, task, { agentId: agent.agentId, domain, holdsVoice });
}

/** What is in hand beside the task may be interrupted by an exclusive domain, if its own domain allows that. */
function whyNot(
  { state }: Turn,
  task: Task,
  domain: RoutingDomain,
  { agent, profile }: AgentSession,
): RefusedReason | null {
  const rules = state.configuration.domains;
  const beside = agent.inHand.filter(({ taskId }) => taskId !== task.taskId);
  if (profile.domains[domain] === 0) return 'not-eligible';
  if (task.externalTask === null && !agent.domains.includes(domain)) return 'not-ready';
  return fitsBeside(beside, domain, profile, rules) ? null : 'no-room';
}

function refuse(turn: Turn, { taskId }: Task, domain: RoutingDomain, because: RefusedReason): void {
  turn.notices.push({ type: 'task.domain-refused', taskId, domain, because });
}
