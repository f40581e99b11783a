import { filedOf } from '../pool/availability.ts';
import { fileSeat, isFree } from '../pool/file-seat.ts';
import { lineOf, planOf } from '../pool/lines.ts';
import type { Pool } from '../pool/pool.ts';
import type { Seat } from '../pool/seat.ts';
import { compareTasks, type Task } from '../record/task.ts';
import { reserve } from '../reservation/reserve.ts';
import type { Turn } from '../turn.ts';
import { widen } from '../waiting/queue-up.ts';
import { chooseAgent, mayBeAsked } from './choose-agent.ts';

/**
 * Makes every offer that can be made. Before this decision nothing was left to be made, so only the agents and tasks that
 * it touched can change that.
 */
export function match(turn: Turn): void {
  const { state } = turn;
  const [agentId] = turn.agents;
  const only = turn.agents.size === 1 && turn.seeking.size === 0 && agentId ? state.seats.get(agentId) : undefined;
  if (only && serve(turn, only)) return;
  const pools = new Set<Pool>();
  for (const id of turn.agents) {
    const seat = state.seats.get(id);
    if (!seat || !fileSeat(state, seat, turn.turned)) continue;
    for (const { isIdle, pool } of seat.memberships) if (isIdle && pool.waiting.size > 0) pools.add(pool);
  }
  relaxPersonal(turn);
  matchInOrder(turn, pools);
  for (const task of turn.seeking) task.backlogged = true;
}

/** The common case: one agent became free, so the oldest task that this agent may have is the one. */
function serve(turn: Turn, seat: Seat): boolean {
  const { state } = turn;
  const filed = filedOf(state, seat);
  if (filed.free === 0) return false;
  let best: Task | undefined;
  for (const { pool } of seat.memberships) {
    if (pool.waiting.size === 0 || !isFree(pool, filed)) continue;
    let task = pool.waiting.first();
    if (task && !mayBeAsked(state, task, seat.agent.agentId))
      task = pool.waiting.find(other => mayBeAsked(state, other, seat.agent.agentId));
    if (task && (!best || compareTasks(task, best) < 0)) best = task;
  }
  if (!best) return false;
  reserve(turn, best, seat, 'ask');
  fileSeat(state, seat, turn.turned);
  relaxPersonal(turn);
  return turn.seeking.size === 0;
}

/** The general case: of all tasks that somebody might have, the first in order chooses an agent, and so on. */
function matchInOrder(turn: Turn, pools: Set<Pool>): void {
  const { state } = turn;
  const passed = new Set<Task>();
  const seeking = [...turn.seeking].sort(compareTasks);
  let next = 0;
  for (;;) {
    while (next < seeking.length && isSettled(turn, seeking[next], passed)) next += 1;
    let best = seeking[next];
    for (const pool of pools) {
      const task = pool.idle.size === 0 ? undefined : pool.waiting.find(other => !passed.has(other));
      if (!task) pools.delete(pool);
      else if (!best || compareTasks(task, best) < 0) best = task;
    }
    if (!best) return;
    const agentId = chooseAgent(state, best);
    const seat = agentId ? state.seats.get(agentId) : undefined;
    if (seat) {
      reserve(turn, best, seat, 'ask');
      fileSeat(state, seat, turn.turned);
    } else passed.add(best);
  }
}

/** Needs no agent (any more), finds none, or is not offered by us. */
function isSettled({ state }: Turn, task: Task | undefined, passed: ReadonlySet<Task>): boolean {
  if (task?.state !== 'queued' || passed.has(task)) return true;
  const { mode } = lineOf(state, task).queue;
  return mode === 'pull' || mode === 'outside';
}

/** Whoever waits for one agent only, and could have others, does so no longer when that agent cannot come. */
function relaxPersonal(turn: Turn): void {
  const { state } = turn;
  for (const pool of turn.turned) {
    if (pool.requirement.agentId === null || pool.places > 0) continue;
    for (const task of [...pool.waiting.toArray(), ...pool.listed.toArray()])
      if (task.step === 0 && planOf(state, task).steps.length > 1) widen(turn, task, turn.now);
  }
}
