import type { AgentId, AgentTask, EventName, EventPayload, InteractionId, Ladder } from '@eyeline/protocol';
import { agentStatus, type RoutingEffect } from '@eyeline/routing';
import { seatOf } from '../people/identity.ts';
import type { ContactCentre } from '../process/contact-centre.ts';
import { askerIdOf, consultTask, shownConsult } from './consult/consult.ts';
import { agentStatusOf, offerOf } from './desk.ts';
import { ladderFor } from './fallback/ladder.ts';

/** Tells whom it concerns what routing has decided, once that is stored. */
export function announce(centre: ContactCentre, effects: readonly RoutingEffect[]): void {
  for (const effect of effects) tellOf(centre, effect);
  tellCapacity(centre, effects);
}

function tellOf(centre: ContactCentre, effect: RoutingEffect): void {
  switch (effect.type) {
    case 'offer.made': {
      const offer = offerOf(centre, effect.offer);
      if (offer) tellAgent(centre, effect.offer.agentId, 'offer.made', offer);
      return;
    }
    case 'offer.closed': {
      const { offerId, agentId } = effect.offer;
      tellAgent(centre, agentId, 'offer.closed', { offerId, outcome: effect.outcome });
      return;
    }
    case 'agent.changed':
      tellAgent(centre, effect.status.agentId, 'agent.state-changed', agentStatusOf(centre, effect.status));
      return;
    case 'task.changed':
      tellTask(centre, effect);
      tellAsker(centre, effect);
      return;
    case 'task.domain-changed': {
      const task = centre.routing.state.tasks.get(effect.taskId);
      if (task?.state === 'active')
        tellTask(centre, { type: 'task.changed', taskId: task.taskId, state: 'active', agentId: task.agentId });
      return;
    }
    case 'queue.moved': {
      const interactionId = centre.interactions.ofTask(effect.taskId)?.interactionId;
      const { position, wait } = effect;
      if (interactionId) tellCustomer(centre, interactionId, 'queue.moved', { interactionId, position, wait });
      return;
    }
    case 'ladder.told': {
      const log = centre.interactions.ofTask(effect.taskId);
      if (!log || log.isClosed) return;
      const { entryPointId } = log.interaction;
      const entryPoint = entryPointId ? centre.siteEntryPoint(entryPointId) : undefined;
      tellLadder(centre, log.interactionId, ladderFor(centre, entryPoint, effect.because, effect.steps));
      return;
    }
    case 'ladder.taken-back': {
      const interactionId = centre.interactions.ofTask(effect.taskId)?.interactionId;
      if (interactionId) tellLadder(centre, interactionId, null);
      return;
    }
    case 'voice.reserve':
      centre.voice.reserve(effect);
      return;
    case 'voice.release':
      centre.voice.release(effect);
      return;
    // Who asked is answered by the command; what the log says, the log tells.
    case 'task.moved':
    case 'task.domain-refused':
    case 'pick.refused':
    case 'callback.scheduled':
    case 'callback.recorded':
    // What is done outside is told by those who do it.
    case 'errand.request':
    case 'errand.release':
      return;
  }
}

export const tellLadder = (centre: ContactCentre, interactionId: InteractionId, ladder: Ladder | null): void =>
  tellCustomer(centre, interactionId, 'ladder.changed', { interactionId, ladder });

function tellTask(centre: ContactCentre, effect: Extract<RoutingEffect, { type: 'task.changed' }>): void {
  const { taskId, agentId, leftAgentId, state } = effect;
  const log = centre.interactions.ofTask(taskId);
  if (!log) return;
  const { interactionId, interaction } = log;
  const domain = centre.routing.state.tasks.get(taskId)?.domain ?? interaction.domain;
  const tell = (to: AgentId, shown: AgentTask['state']) =>
    tellAgent(centre, to, 'task.state-changed', {
      taskId,
      interactionId,
      participantId: seatOf(to),
      domain,
      state: shown,
      consult: consultTask(centre, log),
    });
  // To this agent it is over, be it that somebody will serve it again.
  if (leftAgentId) tell(leftAgentId, 'closed');
  if (agentId && state !== 'queued' && state !== 'offered' && state !== 'scheduled') tell(agentId, state);
}

/** Who asks a colleague hears what becomes of it. */
function tellAsker(centre: ContactCentre, { taskId }: Extract<RoutingEffect, { type: 'task.changed' }>): void {
  const log = centre.interactions.ofTask(taskId);
  const askerId = log && askerIdOf(log);
  const consult = askerId && shownConsult(centre, log);
  if (consult) tellAgent(centre, askerId, 'consult.changed', consult);
}

/** An agent with one task more or less looks different, even where the states are the same. */
function tellCapacity(centre: ContactCentre, effects: readonly RoutingEffect[]): void {
  const told = new Set(effects.map(effect => (effect.type === 'agent.changed' ? effect.status.agentId : null)));
  for (const effect of effects) {
    if (effect.type !== 'task.changed') continue;
    for (const agentId of [effect.agentId, effect.leftAgentId]) {
      if (!agentId || told.has(agentId)) continue;
      told.add(agentId);
      const status = agentStatus(centre.routing.state, agentId);
      if (status) tellAgent(centre, agentId, 'agent.state-changed', agentStatusOf(centre, status));
    }
  }
}

function tellCustomer<N extends EventName>(
  centre: ContactCentre,
  interactionId: InteractionId,
  name: N,
  payload: EventPayload<N>,
): void {
  centre.subscriptions.tell(interactionId, name, payload, caller => caller.identity?.role === 'customer');
}

export function tellAgent<N extends EventName>(
  centre: ContactCentre,
  agentId: AgentId,
  name: N,
  payload: EventPayload<N>,
): void {
  for (const caller of centre.callers.of(seatOf(agentId))) caller.tell(name, payload);
}
