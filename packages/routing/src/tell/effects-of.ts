import type { RoutingEffect } from '../effect.ts';
import { outwardState, outwardTask, type Turn } from '../turn.ts';
import { movedEffects } from './moved.ts';
import { loggedOut, statusOf, statusText } from './status.ts';
import { tellViability } from './viability.ts';

/** What follows from a decision, computed from what it touched; notes down what was told. */
export function effectsOf(turn: Turn): RoutingEffect[] {
  tellViability(turn);
  const effects: RoutingEffect[] = [...turn.closings];
  tellAgents(turn, effects);
  tellTasks(turn, effects);
  effects.push(...turn.tellings, ...turn.voiceWishes, ...turn.offers, ...movedEffects(turn));
  return effects;
}

function tellAgents({ state, agents, signedOut, now }: Turn, effects: RoutingEffect[]): void {
  for (const agentId of agents) {
    const seat = state.seats.get(agentId);
    if (!seat) {
      if (signedOut.has(agentId)) effects.push({ type: 'agent.changed', status: loggedOut(agentId, now) });
      continue;
    }
    const status = statusOf(state, seat);
    const text = statusText(status);
    if (seat.agent.told === text) continue;
    seat.agent.told = text;
    seat.agent.since = now;
    effects.push({ type: 'agent.changed', status: { ...status, since: now } });
  }
}

function tellTasks({ state, tasks }: Turn, effects: RoutingEffect[]): void {
  for (const { task, before, ending } of tasks.values()) {
    const { taskId, agentId } = task;
    if (!state.tasks.has(taskId)) {
      effects.push({ type: 'task.changed', taskId, state: 'closed', agentId, ...(ending && { ending }) });
      continue;
    }
    if (outwardTask(task) === before) continue;
    const shown = task.state === 'reserving' ? null : agentId;
    effects.push({ type: 'task.changed', taskId, state: outwardState(task), agentId: shown });
  }
}
