import { laneOf, planOf } from '../pool/lanes.ts';
import { leavePlan } from '../pool/plans.ts';
import type { Task } from '../record/task.ts';
import type { Turn } from '../turn.ts';
import { enterPools, enterStep, leavePools } from './enter-pools.ts';
import { account, nextReview, scheduleReview } from './lane-account.ts';
import { scheduleTask } from './task-timer.ts';

/** A task takes its place in its queue's lane and looks for an agent. */
export function joinLane(turn: Turn, task: Task): void {
  const { state, now } = turn;
  const lane = laneOf(state, task);
  account(lane, now);
  turn.moveLane(lane, lane.waiting.rankOf(task));
  turn.placed.add(task);
  turn.judged.add(task);
  lane.waiting.add(task);
  const plan = planOf(state, task);
  plan.uses += 1;
  task.joinedAt = now;
  task.steppedAt = now;
  task.backlogged = false;
  const own = plan.isPersonal ? plan.steps[0]?.pool : undefined;
  task.step = own && own.places === 0 && plan.steps.length > 1 ? 1 : 0;
  seek(turn, task);
  if (lane.wakesAt === null && !lane.isConsult) scheduleReview(state, lane, nextReview(state, now));
}

/** A task leaves the lane: somebody serves it, it moved elsewhere, or it is closed. */
export function leaveLane(turn: Turn, task: Task): void {
  const { state, now } = turn;
  if (task.state === 'queued') rest(turn, task);
  const lane = laneOf(state, task);
  account(lane, now);
  turn.moveLane(lane, lane.waiting.rankOf(task));
  turn.placed.delete(task);
  turn.judged.delete(task);
  task.notifiedPosition = null;
  task.notifiedWaitMs = null;
  task.notifiedUnservable = false;
  lane.waiting.remove(task);
  leavePlan(state, planOf(state, task));
  if (lane.waiting.size === 0) scheduleReview(state, lane, null);
}

/** The task, in its lane already, is queued: agents may find it. */
export function seek(turn: Turn, task: Task): void {
  const { state } = turn;
  const lane = laneOf(state, task);
  account(lane, turn.now);
  lane.queued += 1;
  turn.touchTask(task);
  // What was told of its offer is no longer so.
  if (task.state === 'offered') turn.placed.add(task);
  task.state = 'queued';
  task.offerId = null;
  task.agentId = null;
  enterPools(lane, planOf(state, task), task);
  turn.seeking.add(task);
  scheduleTask(state, task, turn.now);
}

/** The task keeps its place in the lane, but nobody shall find it: an agent was chosen, or it leaves. */
export function rest(turn: Turn, task: Task): void {
  const { state } = turn;
  const lane = laneOf(state, task);
  account(lane, turn.now);
  lane.queued -= 1;
  leavePools(lane, planOf(state, task), task);
  turn.seeking.delete(task);
}

/** A waiting task takes another place in its lane. An offer of it stands. */
export function reorder(turn: Turn, task: Task, order: number): void {
  const lane = laneOf(turn.state, task);
  const isQueued = task.state === 'queued';
  if (isQueued) rest(turn, task);
  turn.moveLane(lane, lane.waiting.rankOf(task));
  lane.waiting.remove(task);
  task.order = order;
  turn.moveLane(lane, lane.waiting.rankOf(task));
  lane.waiting.add(task);
  turn.placed.add(task);
  if (isQueued) seek(turn, task);
}

/** The next step is added to those before, as of an instant. */
export function widen(turn: Turn, task: Task, at: number): void {
  const { state } = turn;
  task.step += 1;
  task.steppedAt = at;
  enterStep(laneOf(state, task), planOf(state, task).steps[task.step], task);
  turn.seeking.add(task);
  scheduleTask(state, task, turn.now);
}
