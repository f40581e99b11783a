import type { AgentId, AgentTask, EventName, EventPayload, InteractionId, Ladder } from '@eyeline/protocol';
import { agentStatus, type RoutingEffect } from '@eyeline/routing';
import { seatOf } from '../../people/identity.ts';
import { askerIdOf, consultTask, shownConsult } from '../consult/consult.ts';
import { agentStatusOf, offerOf } from '../desk.ts';
import { ladderFor } from '../fallback/ladder.ts';
import type { WorkRooms } from '../work-port.ts';

type Effect<T extends RoutingEffect['type']> = Extract<RoutingEffect, { readonly type: T }>;

export function tellOffer(rooms: WorkRooms, { offer }: Effect<'offer.made'>): void {
  const shown = offerOf(rooms, offer);
  if (shown) tellAgent(rooms, offer.agentId, 'offer.made', shown);
}

export function tellOfferClosed(rooms: WorkRooms, { offer, outcome }: Effect<'offer.closed'>): void {
  tellAgent(rooms, offer.agentId, 'offer.closed', { offerId: offer.offerId, outcome });
}

export function tellStatus(rooms: WorkRooms, { status }: Effect<'agent.changed'>): void {
  tellAgent(rooms, status.agentId, 'agent.state-changed', agentStatusOf(rooms, status));
}

export function tellDomain(rooms: WorkRooms, { taskId }: Effect<'task.domain-changed'>): void {
  const task = rooms.work.state.tasks.get(taskId);
  if (task?.state === 'active')
    tellTask(rooms, { type: 'task.changed', taskId, state: 'active', agentId: task.agentId });
}

export function tellPlace(rooms: WorkRooms, { taskId, position, wait }: Effect<'queue.moved'>): void {
  const interactionId = rooms.interaction.logs.ofTask(taskId)?.interactionId;
  if (interactionId) tellCustomer(rooms, interactionId, 'queue.moved', { interactionId, position, wait });
}

export function tellLadderOf(rooms: WorkRooms, { taskId, because, steps }: Effect<'ladder.told'>): void {
  const log = rooms.interaction.logs.ofTask(taskId);
  if (!log || log.isClosed) return;
  const { entryPointId } = log.interaction;
  const entryPoint = entryPointId ? rooms.settings.siteEntryPoint(entryPointId) : undefined;
  tellLadder(rooms, log.interactionId, ladderFor(rooms, entryPoint, because, steps));
}

export function tellLadderGone(rooms: WorkRooms, { taskId }: Effect<'ladder.taken-back'>): void {
  const interactionId = rooms.interaction.logs.ofTask(taskId)?.interactionId;
  if (interactionId) tellLadder(rooms, interactionId, null);
}

export const tellLadder = (rooms: WorkRooms, interactionId: InteractionId, ladder: Ladder | null): void =>
  tellCustomer(rooms, interactionId, 'ladder.changed', { interactionId, ladder });

export function tellTask(rooms: WorkRooms, effect: Effect<'task.changed'>): void {
  const { taskId, agentId, leftAgentId, state } = effect;
  const log = rooms.interaction.logs.ofTask(taskId);
  if (!log) return;
  const { interactionId, interaction } = log;
  const domain = rooms.work.state.tasks.get(taskId)?.domain ?? interaction.domain;
  const tell = (to: AgentId, shown: AgentTask['state']) =>
    tellAgent(rooms, to, 'task.state-changed', {
      taskId,
      interactionId,
      participantId: seatOf(to),
      domain,
      state: shown,
      consult: consultTask(rooms, log),
    });
  // To this agent it is over, be it that somebody will serve it again.
  if (leftAgentId) tell(leftAgentId, 'closed');
  if (agentId && state !== 'queued' && state !== 'offered' && state !== 'scheduled') tell(agentId, state);
}

/** Who asks a colleague hears what becomes of it. */
export function tellAsker(rooms: WorkRooms, { taskId }: Effect<'task.changed'>): void {
  const log = rooms.interaction.logs.ofTask(taskId);
  const askerId = log && askerIdOf(log);
  const consult = askerId && shownConsult(rooms, log);
  if (consult) tellAgent(rooms, askerId, 'consult.changed', consult);
}

/** An agent with one task more or less looks different, even where the states are the same. */
export function tellCapacity(rooms: WorkRooms, effects: readonly RoutingEffect[]): void {
  const told = new Set(effects.map(effect => (effect.type === 'agent.changed' ? effect.status.agentId : null)));
  for (const effect of effects) {
    if (effect.type !== 'task.changed') continue;
    for (const agentId of [effect.agentId, effect.leftAgentId]) {
      if (!agentId || told.has(agentId)) continue;
      told.add(agentId);
      const status = agentStatus(rooms.work.state, agentId);
      if (status) tellAgent(rooms, agentId, 'agent.state-changed', agentStatusOf(rooms, status));
    }
  }
}

function tellCustomer<N extends EventName>(
  rooms: WorkRooms,
  interactionId: InteractionId,
  name: N,
  payload: EventPayload<N>,
): void {
  rooms.interaction.subscriptions.tell(interactionId, name, payload, caller => caller.identity?.role === 'customer');
}

export function tellAgent<N extends EventName>(
  rooms: WorkRooms,
  agentId: AgentId,
  name: N,
  payload: EventPayload<N>,
): void {
  for (const caller of rooms.people.callers.of(seatOf(agentId))) caller.tell(name, payload);
}
