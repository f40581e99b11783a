import { rebuild } from '../record/rebuild.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';
import { scheduleVoice } from '../reservation/voice-hold.ts';
import { nextReview, scheduleReview } from '../waiting/line-account.ts';
import { scheduleTask } from '../waiting/task-timer.ts';
import { agedFrom, orderOf } from './task-order.ts';

/**
 * The clock was wrong and shows so many ms more from now on, or less. Every span that has begun keeps what is left of it:
 * its instants move along. What people have agreed on stays where it is on the clock: windows and attempts of callbacks.
 */
export function shiftClock(state: RoutingState, byMs: number): void {
  const { timers } = state;
  state.now += byMs;
  for (const { agent } of state.seats.values()) {
    const { agentId, graceEndsAt } = agent;
    agent.since += byMs;
    agent.availableSince += byMs;
    agent.graceEndsAt = graceEndsAt === null ? null : graceEndsAt + byMs;
    // Told anew, with the instant since when it is so.
    agent.told = null;
    timers.move('agent', agentId, graceEndsAt, agent.graceEndsAt);
  }
  for (const offer of state.offers.values()) {
    const { offerId, expiresAt } = offer;
    offer.madeAt += byMs;
    offer.expiresAt += byMs;
    timers.move('offer', offerId, expiresAt, offer.expiresAt);
  }
  for (const errand of state.errands.values()) errand.saidAt += byMs;
  for (const voice of state.voices.values()) {
    // 0 is never.
    for (const one of ['heldSince', 'restsUntil', 'retryAt'] as const) if (voice[one] > 0) voice[one] += byMs;
    scheduleVoice({ state, now: state.now }, voice);
  }
  for (const task of state.tasks.values()) state.tasks.set(task.taskId, shifted(state, task, byMs));
  const lines = [...state.lines.values()];
  for (const line of lines) {
    line.statistics.accountedAt += byMs;
    if (line.wakesAt !== null) scheduleReview(state, line, nextReview(state, state.now));
  }
  rebuild(state, lines);
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
