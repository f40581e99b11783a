import type { AgentId } from '@eyeline/protocol';
import type { TaskRequest } from '../input.ts';
import { notifyFallback } from '../notify/fallback.ts';
import { closeOffer } from '../offering/close-offer.ts';
import { closeTask } from '../offering/close-task.ts';
import { fitsBeside } from '../pool/capacity.ts';
import { queueOf } from '../pool/plans.ts';
import type { Consult } from '../record/consult.ts';
import type { Decline, Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { joinLane } from '../waiting/queue-up.ts';
import { newCallback } from './callback.ts';
import { findPlace } from './find-place.ts';
import { scheduleCallback } from './schedule-callback.ts';
import { agedFrom, clampPriority, orderOf } from './task-order.ts';

interface Origin {
  readonly requestedAt: number;
  readonly declines: readonly Decline[];
  readonly consult?: Consult;
}

/** A task is asked for: it joins its queue, is in hand at once, or is refused at once with what is possible instead. */
export function request(turn: Turn, requested: TaskRequest, origin?: Origin): void {
  if (turn.state.tasks.has(requested.taskId)) return;
  if (requested.broughtBy === undefined) admit(turn, addTask(turn, requested, origin));
  else bring(turn, { ...requested, preferredAgentId: requested.broughtBy }, requested.broughtBy);
}

/**
 * An agent has brought the customer along, on the telephone say. Whatever they are ready for, and whatever their phone does: it
 * is in their hands at once, as long as nothing else takes them whole; then it waits for them. Where they are gone, others
 * may have it.
 */
function bring(turn: Turn, requested: TaskRequest, agentId: AgentId): void {
  const { state, now } = turn;
  const { domain } = requested;
  const { agent, profile } = state.agentSessions.get(agentId) ?? {};
  if (!agent?.connected || !profile || profile.domains[domain] === 0) {
    admit(turn, addTask(turn, requested));
    return;
  }
  const task = addTask(turn, { ...requested, insists: true });
  if (!fitsBeside(agent.inHand, domain, profile, state.configuration.domains)) {
    admit(turn, task);
    return;
  }
  const offer = agent.offerId === null ? undefined : state.offers.get(agent.offerId);
  if (offer) closeOffer(turn, offer, 'withdrawn');
  task.state = 'active';
  task.agentId = agentId;
  task.activeAt = now;
  agent.inHand = [...agent.inHand, { taskId: task.taskId, domain, holdsVoice: false }];
  agent.availableSince = now;
  turn.touchAgent(agentId);
}

/** A new task that is in no lane and in nobody's hands yet. */
export function addTask(turn: Turn, requested: TaskRequest, origin?: Origin): Task {
  const { state, now } = turn;
  state.tasksRequested += 1;
  const queueId = requested.queueId ?? state.configuration.defaultQueue;
  const priority = clampPriority(requested.priority ?? queueOf(state, queueId)?.priority ?? 5);
  const requestedAt = origin?.requestedAt ?? now;
  const calendar = requested.calendar ?? null;
  const callback = requested.callback ? newCallback(state, { queueId, calendar }, requested.callback) : null;
  const task: Task = {
    taskId: requested.taskId,
    number: state.tasksRequested,
    queueId,
    domain: requested.domain,
    priority,
    requestedAt,
    order: orderOf(state, agedFrom({ requestedAt, callback }), priority),
    state: 'queued',
    agentId: null,
    offerId: null,
    declines: origin?.declines ?? [],
    skills: requested.skills ?? [],
    preferredAgentId: requested.preferredAgentId ?? null,
    insists: requested.insists === true && requested.preferredAgentId !== undefined,
    fallback: requested.fallback ?? null,
    callback,
    externalTask: null,
    leftDomain: null,
    calendar,
    ...(origin?.consult && { consult: origin.consult }),
    step: 0,
    steppedAt: now,
    joinedAt: now,
    backlogged: false,
    activeAt: null,
    endedAt: null,
    wakesAt: null,
    notifiedPosition: null,
    notifiedWaitMs: null,
    notifiedUnservable: false,
  };
  turn.touchTask(task, true);
  state.tasks.set(task.taskId, task);
  return task;
}

/** Lets a new task in where there is room: into its queue or, if that is full, into one it overflows to. */
function admit(turn: Turn, task: Task): void {
  const { state } = turn;
  const place = findPlace(state, task.queueId, task.domain);
  if (!place.ok) {
    // Not in any lane: only the fallback is left to be offered.
    task.state = 'scheduled';
    notifyFallback(turn, task, place.because);
    closeTask(turn, task, place.because);
    return;
  }
  const { queueId } = place;
  if (queueId !== task.queueId) {
    const { taskId, queueId: fromQueueId } = task;
    turn.notices.push({ type: 'task.moved', taskId, fromQueueId, queueId, because: 'queue-full' });
    task.queueId = queueId;
  }
  if (task.callback) scheduleCallback(turn, task, task.callback);
  else joinLane(turn, task);
}
