import { InteractionId, type OfferId, TaskId } from '@eyeline/protocol';
import { own } from '@eyeline/routing';
import * as v from 'valibot';
import { requireAgent, scopeOf } from '../access.ts';
import type { ContactCentre } from '../contact-centre.ts';
import type { AgentIdentity } from '../identity.ts';
import { Refusal } from '../refusal.ts';
import type { Handlers } from './handler.ts';

type Names = 'offer.accept' | 'offer.decline' | 'task.wrap-up';

const Accepted = v.object({ interactionId: InteractionId, taskId: TaskId });
const nothing = v.object({});

/** @throws Refusal `offer-gone`, also for an offer of another agent: nobody learns of it */
function requireOffer({ routing }: ContactCentre, offerId: OfferId, { agentId }: AgentIdentity, now: number) {
  const offer = own(routing.state.offers, offerId);
  if (!offer || offer.agentId !== agentId || offer.expiresAt <= now) throw new Refusal('offer-gone');
  return offer;
}

/** An agent's work: taking it or not, and finishing it. */
export const taskHandlers: Pick<Handlers, Names> = {
  'offer.accept': ({ commandId, offerId }, request) => {
    const { centre } = request;
    const identity = requireAgent(request);
    const { agentId, participantId } = identity;
    return centre.once({ scope: scopeOf(identity), name: 'offer.accept', commandId, answer: Accepted }, change => {
      const { taskId } = requireOffer(centre, offerId, identity, change.now);
      const log = centre.interactions.ofTask(taskId);
      if (!log || log.isClosed) throw new Refusal('offer-gone');
      const name = centre.names.get(agentId) ?? '';
      change.append(log, { type: 'participant.joined', participantId, role: 'agent', name });
      change.route({ type: 'offer.accepted', offerId, agentId });
      return { interactionId: log.interactionId, taskId };
    });
  },

  'offer.decline': ({ commandId, offerId }, request) => {
    const { centre } = request;
    const identity = requireAgent(request);
    return centre.once({ scope: scopeOf(identity), name: 'offer.decline', commandId, answer: nothing }, change => {
      requireOffer(centre, offerId, identity, change.now);
      change.route({ type: 'offer.declined', offerId, agentId: identity.agentId });
      return {};
    });
  },

  'task.wrap-up': ({ commandId, taskId, code }, request) => {
    const { centre } = request;
    const identity = requireAgent(request);
    if (!centre.config.wrapUpCodes.some(one => one.code === code)) throw new Refusal('unknown-reason');
    return centre.once({ scope: scopeOf(identity), name: 'task.wrap-up', commandId, answer: nothing }, change => {
      const task = own(centre.routing.state.tasks, taskId);
      const log = centre.interactions.ofTask(taskId);
      if (!log || task?.agentId !== identity.agentId) throw new Refusal('task-gone');
      if (task.state !== 'wrapping-up') throw new Refusal('task-gone', 'End the conversation first, then wrap it up.');
      change.append(log, { type: 'task.wrapped-up', participantId: identity.participantId, taskId, code });
      change.mark(log.interactionId, false);
      change.route({ type: 'task.wrapped-up', taskId });
      return {};
    });
  },
};
