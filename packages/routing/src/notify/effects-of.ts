import type { RoutingEffect } from '../effect.ts';
import { endHopeless } from '../offering/end-consult.ts';
import { outwardAgent, outwardState, type TouchedTask, type Turn } from '../turn.ts';
import { movedEffects } from './moved.ts';
import { isSameStatus, loggedOut, statusOf } from './status.ts';
import { notifyViability } from './viability.ts';

/** What follows from a decision, computed from what it touched; notes down what was told. */
export function effectsOf(turn: Turn): RoutingEffect[] {
  endHopeless(turn);
  notifyViability(turn);
  const effects: RoutingEffect[] = [...turn.closings];
  notifyAgents(turn, effects);
  notifyTasks(turn, effects);
  effects.push(
    ...turn.notices,
    ...turn.voiceCommands,
    ...turn.offers,
    ...turn.externalTaskCommands,
    ...movedEffects(turn),
  );
  return effects;
}

const isInHand = (state: TouchedTask['state']): boolean => state === 'active' || state === 'wrapping-up';

function notifyAgents({ state, agents, signedOut, now }: Turn, effects: RoutingEffect[]): void {
  for (const agentId of agents) {
    const agentSession = state.agentSessions.get(agentId);
    if (!agentSession) {
      if (signedOut.has(agentId)) effects.push({ type: 'agent.changed', status: loggedOut(agentId, now) });
      continue;
    }
    const status = statusOf(state, agentSession);
    const { agent } = agentSession;
    if (agent.notified !== null && isSameStatus(agent.notified, status)) continue;
    agent.since = now;
    agent.notified = { ...status, since: now };
    effects.push({ type: 'agent.changed', status: agent.notified });
  }
}

function notifyTasks({ state, tasks }: Turn, effects: RoutingEffect[]): void {
  for (const { task, state: before, agentId: agentBefore, ending } of tasks.values()) {
    const { taskId, agentId } = task;
    if (!state.tasks.has(taskId)) {
      effects.push({ type: 'task.changed', taskId, state: 'closed', agentId, ...(ending && { ending }) });
      continue;
    }
    const now = outwardState(task);
    const agentNow = outwardAgent(task);
    if (now === before && agentNow === agentBefore) continue;
    const hasLeft = agentBefore !== null && isInHand(before) && !isInHand(now);
    const left = hasLeft ? { leftAgentId: agentBefore } : {};
    effects.push({ type: 'task.changed', taskId, state: now, agentId: agentNow, ...left });
  }
}
