import type { RoutingConfiguration } from '../configuration/configuration.ts';
import { isWaiting } from '../offering/close-task.ts';
import { scheduleVoice } from '../offering/voice-hold.ts';
import { queueOf } from '../pool/plans.ts';
import { profileOf } from '../pool/profile.ts';
import type { Callback } from '../record/callback.ts';
import { rebuild, retiredQueues } from '../record/rebuild.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { nextCall } from '../waiting/call-hours.ts';
import { account, scheduleReview } from '../waiting/lane-account.ts';
import { scheduleTask } from '../waiting/task-timer.ts';
import { agedFrom, orderOf } from './task-order.ts';

/** Queues, skills and rules are others now. What is offered or in hand stays; everything that waits is looked at again. */
export function applyConfiguration(turn: Turn, configuration: RoutingConfiguration): void {
  const { state, now } = turn;
  for (const lane of state.lanes.values()) account(lane, now);
  const lanes = [...state.lanes.values()];
  state.retired = retiredQueues(state, configuration);
  state.configuration = configuration;
  for (const lane of lanes) if (!queueOf(state, lane.queueId)) scheduleReview(state, lane, null);
  for (const task of state.tasks.values()) task.order = orderOf(state, agedFrom(task), task.priority);
  for (const { agent } of state.agentSessions.values()) {
    const { domains } = profileOf(state, agent.agentId);
    agent.domains = agent.domains.filter(domain => domains[domain] > 0);
    turn.touchAgent(agent.agentId);
  }
  rebuild(state, lanes);
  for (const task of state.tasks.values()) {
    if (isWaiting(task)) {
      turn.touchTask(task);
      turn.judged.add(task);
    }
    if (task.state === 'queued') turn.seeking.add(task);
    if (task.state === 'scheduled' && task.callback) reschedule(turn, task, task.callback);
    scheduleTask(state, task, now);
  }
  for (const voice of state.voices.values()) scheduleVoice(turn, voice);
}

/** The hours may be others. What can never be called any more is due, and closed with that. */
function reschedule({ state, now, notices }: Turn, task: Task, callback: Callback): void {
  const dueAt = nextCall(state, task, callback) ?? now;
  if (dueAt === callback.dueAt) return;
  task.callback = { ...callback, dueAt };
  notices.push({ type: 'callback.scheduled', taskId: task.taskId, dueAt });
}
