import { beginOffer } from '../offering/begin-offer.ts';
import type { AgentSession } from '../pool/agent-session.ts';
import { filedOf } from '../pool/availability.ts';
import { fileAgentSession, isFree } from '../pool/file-agent-session.ts';
import { laneOf, planOf } from '../pool/lanes.ts';
import type { Pool } from '../pool/pool.ts';
import { compareTasks, type Task } from '../record/task.ts';
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
  const only =
    turn.agents.size === 1 && turn.seeking.size === 0 && agentId ? state.agentSessions.get(agentId) : undefined;
  if (only && serve(turn, only)) return;
  const pools = new Set<Pool>();
  for (const id of turn.agents) {
    const agentSession = state.agentSessions.get(id);
    if (!agentSession || !fileAgentSession(state, agentSession, turn.turned)) continue;
    for (const { isIdle, pool } of agentSession.memberships) if (isIdle && pool.waiting.size > 0) pools.add(pool);
  }
  relaxPersonal(turn);
  matchInOrder(turn, pools);
  for (const task of turn.seeking) task.backlogged = true;
}

/** The common case: one agent became free, so the oldest task that this agent may have is the one. */
function serve(turn: Turn, agentSession: AgentSession): boolean {
  const { state } = turn;
  const filed = filedOf(state, agentSession);
  if (filed.free === 0) return false;
  let best: Task | undefined;
  for (const { pool } of agentSession.memberships) {
    if (pool.waiting.size === 0 || !isFree(pool, filed)) continue;
    let task = pool.waiting.first();
    if (task && !mayBeAsked(state, task, agentSession.agent.agentId))
      task = pool.waiting.find(other => mayBeAsked(state, other, agentSession.agent.agentId));
    if (task && (!best || compareTasks(task, best) < 0)) best = task;
  }
  if (!best) return false;
  beginOffer(turn, best, agentSession, 'ask');
  fileAgentSession(state, agentSession, turn.turned);
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
    const agentSession = agentId ? state.agentSessions.get(agentId) : undefined;
    if (agentSession) {
      beginOffer(turn, best, agentSession, 'ask');
      fileAgentSession(state, agentSession, turn.turned);
    } else passed.add(best);
  }
}

/** Needs no agent (any more), finds none, or is not offered by us. */
function isSettled({ state }: Turn, task: Task | undefined, passed: ReadonlySet<Task>): boolean {
  if (task?.state !== 'queued' || passed.has(task)) return true;
  const { mode } = laneOf(state, task).queue;
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
