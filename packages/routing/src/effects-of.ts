import type { Draft } from './draft.ts';
import type { RoutingEffect } from './effect.ts';
import { own, type RoutingState } from './state.ts';
import { isSameStatus, loggedOut, statusOf } from './status.ts';

/** What changed between a state and the draft made from it. Also notes in the draft since when a new status holds. */
export function effectsOf(before: RoutingState, draft: Draft, now: number): RoutingEffect[] {
  return [
    ...draft.closings,
    ...changedAgents(before, draft, now),
    ...changedTasks(before, draft),
    ...Object.values(draft.offers)
      .filter(offer => !Object.hasOwn(before.offers, offer.offerId))
      .map((offer): RoutingEffect => ({ type: 'offer.made', offer })),
    ...movedTasks(before, draft),
  ];
}

function changedAgents(before: RoutingState, draft: Draft, now: number): RoutingEffect[] {
  const effects: RoutingEffect[] = [];
  for (const agent of Object.values(draft.agents)) {
    const old = own(before.agents, agent.agentId);
    const status = statusOf(agent, draft);
    if (old && isSameStatus(statusOf(old, before), status)) continue;
    draft.changeAgent(agent.agentId, { since: now });
    effects.push({ type: 'agent.changed', status: { ...status, since: now } });
  }
  for (const { agentId } of Object.values(before.agents))
    if (!draft.agent(agentId)) effects.push({ type: 'agent.changed', status: loggedOut(agentId, now) });
  return effects;
}

function changedTasks(before: RoutingState, draft: Draft): RoutingEffect[] {
  const effects: RoutingEffect[] = [];
  for (const task of Object.values(draft.tasks)) {
    const old = own(before.tasks, task.taskId);
    if (old === task || (old?.state === task.state && old.agentId === task.agentId)) continue;
    effects.push({ type: 'task.changed', taskId: task.taskId, state: task.state, agentId: task.agentId });
  }
  for (const { taskId, agentId } of Object.values(before.tasks))
    if (!draft.task(taskId)) effects.push({ type: 'task.changed', taskId, state: 'closed', agentId });
  return effects;
}

function movedTasks(before: RoutingState, draft: Draft): RoutingEffect[] {
  if (before.queue === draft.queue) return [];
  const positions = new Map(before.queue.map((taskId, index) => [taskId, index]));
  return draft.queue.flatMap((taskId, index): RoutingEffect[] =>
    positions.get(taskId) === index ? [] : [{ type: 'queue.moved', taskId, position: index + 1 }],
  );
}
