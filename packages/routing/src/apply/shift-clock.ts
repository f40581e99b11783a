import { scheduleVoice } from '../offering/voice-hold.ts';
import { rebuild } from '../record/rebuild.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import { nextReview, scheduleReview } from '../waiting/lane-account.ts';
import { scheduleTask } from '../waiting/task-timer.ts';
import { agedFrom, orderOf } from './task-order.ts';

/**
 * The clock was wrong and shows so many ms more from now on, or less. Every span that has begun keeps what is left of it:
 * its instants move along. What people have agreed on stays where it is on the clock: windows and attempts of callbacks.
 */
export function shiftClock(state: RoutingState, byMs: number): void {
  const { timers } = state;
  state.now += byMs;
  for (const { agent } of state.agentSessions.values()) {
    const { agentId, graceEndsAt } = agent;
    agent.since += byMs;
    agent.availableSince += byMs;
    agent.graceEndsAt = graceEndsAt === null ? null : graceEndsAt + byMs;
    // Told anew, with the instant since when it is so.
    agent.notified = null;
    timers.move('agent', agentId, graceEndsAt, agent.graceEndsAt);
  }
  for (const offer of state.offers.values()) {
    const { offerId, expiresAt } = offer;
    offer.madeAt += byMs;
    offer.expiresAt += byMs;
    timers.move('offer', offerId, expiresAt, offer.expiresAt);
  }
  for (const externalTask of state.externalTasks.values()) externalTask.statedAt += byMs;
  for (const voice of state.voices.values()) {
    // 0 is never.
    for (const one of ['heldSince', 'restsUntil', 'retryAt'] as const) if (voice[one] > 0) voice[one] += byMs;
    scheduleVoice({ state, now: state.now }, voice);
  }
  for (const task of state.tasks.values()) state.tasks.set(task.taskId, shifted(state, task, byMs));
  const lanes = [...state.lanes.values()];
  for (const lane of lanes) {
    lane.statistics.accountedAt += byMs;
    if (lane.wakesAt !== null) scheduleReview(state, lane, nextReview(state, state.now));
  }
  rebuild(state, lanes);
  for (const task of state.tasks.values()) scheduleTask(state, task, state.now);
}

function shifted(state: RoutingState, task: Task, byMs: number): Task {
  const requestedAt = task.requestedAt + byMs;
  return {
    ...task,
    requestedAt,
    order: orderOf(state, agedFrom({ ...task, requestedAt }), task.priority),
    declines: task.declines.map(one => ({ ...one, at: one.at + byMs })),
    steppedAt: task.steppedAt + byMs,
    joinedAt: task.joinedAt + byMs,
    activeAt: task.activeAt === null ? null : task.activeAt + byMs,
    endedAt: task.endedAt === null ? null : task.endedAt + byMs,
  };
}
