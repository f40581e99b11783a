import type { AgentId, AgentTask, EventName, EventPayload, Fallback, InteractionId } from '@eyeline/protocol';
import { agentStatus, type RoutingEffect } from '@eyeline/routing';
import { participantIdOf } from '../../people/identity.ts';
import { askerIdOf, consultTask, shownConsult } from '../consult/consult.ts';
import { agentStatusOf, offerOf } from '../desk.ts';
import { fallbackFor } from '../fallback/fallback.ts';
import type { WorkRooms } from '../work-port.ts';
import { notifyAgent } from './notify-agent.ts';

type Effect<T extends RoutingEffect['type']> = Extract<RoutingEffect, { readonly type: T }>;

export function notifyOffer(rooms: WorkRooms, { offer }: Effect<'offer.made'>): void {
  const shown = offerOf(rooms, offer);
  if (shown) notifyAgent(rooms, offer.agentId, 'offer.made', shown);
}

export function notifyOfferClosed(rooms: WorkRooms, { offer, outcome }: Effect<'offer.closed'>): void {
  notifyAgent(rooms, offer.agentId, 'offer.closed', { offerId: offer.offerId, outcome });
}

export function notifyStatus(rooms: WorkRooms, { status }: Effect<'agent.changed'>): void {
  notifyAgent(rooms, status.agentId, 'agent.state-changed', agentStatusOf(rooms, status));
}

export function notifyDomain(rooms: WorkRooms, { taskId }: Effect<'task.domain-changed'>): void {
  const task = rooms.work.state.tasks.get(taskId);
  if (task?.state === 'active')
    notifyTask(rooms, { type: 'task.changed', taskId, state: 'active', agentId: task.agentId });
}

export function notifyPlace(rooms: WorkRooms, { taskId, position, wait }: Effect<'queue.moved'>): void {
  const interactionId = rooms.interaction.logs.ofTask(taskId)?.interactionId;
  if (interactionId) notifyCustomer(rooms, interactionId, 'queue.moved', { interactionId, position, wait });
}

export function notifyFallbackOf(rooms: WorkRooms, { taskId, because, steps }: Effect<'fallback.offered'>): void {
  const log = rooms.interaction.logs.ofTask(taskId);
  if (!log || log.isClosed) return;
  const { entryPointId } = log.interaction;
  const entryPoint = entryPointId ? rooms.settings.siteEntryPoint(entryPointId) : undefined;
  notifyFallback(rooms, log.interactionId, fallbackFor(rooms, entryPoint, because, steps));
}

export function notifyFallbackGone(rooms: WorkRooms, { taskId }: Effect<'fallback.taken-back'>): void {
  const interactionId = rooms.interaction.logs.ofTask(taskId)?.interactionId;
  if (interactionId) notifyFallback(rooms, interactionId, null);
}

export const notifyFallback = (rooms: WorkRooms, interactionId: InteractionId, fallback: Fallback | null): void =>
  notifyCustomer(rooms, interactionId, 'fallback.changed', { interactionId, fallback });

export function notifyTask(rooms: WorkRooms, effect: Effect<'task.changed'>): void {
  const { taskId, agentId, leftAgentId, state } = effect;
  const log = rooms.interaction.logs.ofTask(taskId);
  if (!log) return;
  const { interactionId, interaction } = log;
  const domain = rooms.work.state.tasks.get(taskId)?.domain ?? interaction.domain;
  const notify = (to: AgentId, shown: AgentTask['state']) =>
    notifyAgent(rooms, to, 'task.state-changed', {
      taskId,
      interactionId,
      participantId: participantIdOf(to),
      domain,
      state: shown,
      consult: consultTask(rooms, log),
    });
  // To this agent it is over, be it that somebody will serve it again.
  if (leftAgentId) notify(leftAgentId, 'closed');
  if (agentId && state !== 'queued' && state !== 'offered' && state !== 'scheduled') notify(agentId, state);
}

/** Who asks a colleague hears what becomes of it. */
export function notifyAsker(rooms: WorkRooms, { taskId }: Effect<'task.changed'>): void {
  const log = rooms.interaction.logs.ofTask(taskId);
  const askerId = log && askerIdOf(log);
  const consult = askerId && shownConsult(rooms, log);
  if (consult) notifyAgent(rooms, askerId, 'consult.changed', consult);
}

/** An agent with one task more or less looks different, even where the states are the same. */
export function notifyCapacity(rooms: WorkRooms, effects: readonly RoutingEffect[]): void {
  const notified = new Set(effects.map(effect => (effect.type === 'agent.changed' ? effect.status.agentId : null)));
  for (const effect of effects) {
    if (effect.type !== 'task.changed') continue;
    for (const agentId of [effect.agentId, effect.leftAgentId]) {
      if (!agentId || notified.has(agentId)) continue;
      notified.add(agentId);
      const status = agentStatus(rooms.work.state, agentId);
      if (status) notifyAgent(rooms, agentId, 'agent.state-changed', agentStatusOf(rooms, status));
    }
  }
}

function notifyCustomer<N extends EventName>(
  rooms: WorkRooms,
  interactionId: InteractionId,
  name: N,
  payload: EventPayload<N>,
): void {
  rooms.interaction.subscriptions.notify(interactionId, name, payload, caller => caller.identity?.role === 'customer');
}
