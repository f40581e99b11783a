import type { RoutingDomain } from '../domain.ts';
import type { RefusedReason } from '../effect.ts';
import type { ConsultInput, TaskInput } from '../input.ts';
import { closeOffer } from '../offering/close-offer.ts';
import { closeTask } from '../offering/close-task.ts';
import { endConsult } from '../offering/end-consult.ts';
import type { AgentSession } from '../pool/agent-session.ts';
import { hasRoom } from '../pool/capacity.ts';
import { queueOf } from '../pool/plans.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { joinLane } from '../waiting/queue-up.ts';
import { endTask } from './end-task.ts';
import { addTask } from './request.ts';

/** Somebody is being served already, so a colleague who is asked is found before those who still wait. */
const consultPriority = 10;

/** An agent asks a colleague, or hands over to the one who was asked. */
export function applyConsult(turn: Turn, input: ConsultInput): void {
  if (input.type === 'consult.asked') ask(turn, input);
  else takeOver(turn, input);
}

function ask(turn: Turn, input: Extract<ConsultInput, { type: 'consult.asked' }>): void {
  const { state, now } = turn;
  const { taskId, about, agentId } = input;
  const task = state.tasks.get(about);
  if (task?.state !== 'active' || task.agentId === null || task.consult || task.agentId === agentId) return;
  if (state.consults.has(about) || state.tasks.has(taskId)) return;
  const queueId = input.queueId ?? task.queueId;
  const consult = addTask(
    turn,
    { taskId, domain: 'chat', queueId, priority: consultPriority, preferredAgentId: agentId, insists: true },
    { requestedAt: now, declines: [], consult: { about, askerId: task.agentId } },
  );
  state.consults.set(about, taskId);
  const queue = queueOf(state, queueId);
  const isServed = queue?.domains.includes('chat') || consult.insists;
  if (queue && isServed) {
    joinLane(turn, consult);
    return;
  }
  // In no lane.
  consult.state = 'scheduled';
  closeTask(turn, consult, queue ? 'domain-not-served' : 'unknown-queue');
}

/** What may be asked of any task, where the task is a consult. */
export function applyToConsult(turn: Turn, consult: Task, input: TaskInput): void {
  const { taskId } = consult;
  if (input.type === 'task.ended' && consult.state === 'active') endConsult(turn, consult, 'ended');
  else if (input.type === 'task.withdrawn')
    endConsult(turn, consult, consult.state === 'active' ? 'ended' : 'withdrawn');
  else if (input.type === 'task.picked')
    turn.notices.push({ type: 'pick.refused', taskId, agentId: input.agentId, because: 'not-eligible' });
  else if (input.type === 'task.domain-asked' && input.domain !== consult.domain)
    turn.notices.push({ type: 'task.domain-refused', taskId, domain: input.domain, because: 'not-eligible' });
}

/** Who is asked and by whom, with the task that it is about; null when somebody of them is gone. */
function partsOf({ tasks, agentSessions }: RoutingState, taskId: Task['taskId']) {
  const consult = tasks.get(taskId);
  const task = consult?.consult && tasks.get(consult.consult.about);
  const agentSession =
    consult?.state === 'active' && consult.agentId !== null ? agentSessions.get(consult.agentId) : undefined;
  return consult && task && agentSession ? { consult, task, agentSession } : null;
}

function needsVoice(
  { configuration }: RoutingState,
  queueVoice: string | undefined,
  domain: RoutingDomain,
  { profile }: AgentSession,
) {
  return profile.voiceChannel && (queueVoice ?? configuration.domains[domain].voice) === 'required';
}

/** Why the colleague of a consult cannot take over what it is about in this domain; null when nothing is in the way. */
export function whyNoTakeOver(
  state: RoutingState,
  taskId: Task['taskId'],
  domain: RoutingDomain,
): RefusedReason | null {
  const parts = partsOf(state, taskId);
  if (!parts) return 'gone';
  const { agent, profile } = parts.agentSession;
  if (profile.domains[domain] === 0) return 'not-eligible';
  if (!agent.domains.includes(domain)) return 'not-ready';
  const beside = agent.inHand.filter(held => held.taskId !== taskId);
  if (!hasRoom(beside, domain, profile, state.configuration.domains)) return 'no-room';
  const isHeld = state.voices.get(agent.agentId)?.hold === 'held';
  const mustHold = needsVoice(state, queueOf(state, parts.task.queueId)?.voice, domain, parts.agentSession);
  return mustHold && !isHeld ? 'voice-not-ready' : null;
}

/** The asker wraps up; the colleague, who is in the picture, goes on without an offer. */
function takeOver(
  turn: Turn,
  { taskId, newTaskId, domain }: Extract<ConsultInput, { type: 'consult.completed' }>,
): void {
  const { state, now } = turn;
  const parts = partsOf(state, taskId);
  if (!parts || state.tasks.has(newTaskId) || whyNoTakeOver(state, taskId, domain) !== null) return;
  const { consult, task, agentSession } = parts;
  const { agent } = agentSession;
  const offer = agent.offerId === null ? undefined : state.offers.get(agent.offerId);
  // There was room for it beside the consult; beside something else there may be none.
  if (offer && domain !== consult.domain) closeOffer(turn, offer, 'withdrawn');
  endTask(turn, task);
  closeTask(turn, consult, 'handed-over');
  const { queueId, priority, skills, requestedAt } = task;
  const fallback = task.fallback ?? undefined;
  const calendar = task.calendar ?? undefined;
  const next = addTask(
    turn,
    { taskId: newTaskId, domain, queueId, priority, skills, fallback, calendar },
    { requestedAt, declines: [] },
  );
  next.callback = task.callback;
  next.state = 'active';
  next.agentId = agent.agentId;
  next.activeAt = now;
  const holdsVoice = needsVoice(state, queueOf(state, queueId)?.voice, domain, agentSession);
  agent.inHand = agent.inHand.map(held => (held.taskId === taskId ? { taskId: newTaskId, domain, holdsVoice } : held));
  turn.touchAgent(agent.agentId);
}
