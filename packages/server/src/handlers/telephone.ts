import { requireAgent } from '../access.ts';
import { Refusal } from '../refusal.ts';
import type { Handlers } from './handler.ts';

type Names = 'telephone.attach' | 'telephone.detach' | 'telephone.answer';

/** How a desk takes part in changing its agent's telephone. */
export const telephoneHandlers: Pick<Handlers, Names> = {
  'telephone.attach': ({ userId }, request) => {
    const { agentId } = requireAgent(request);
    const { caller, centre } = request;
    // Where no telephones are followed, nobody ever asks for it.
    if (centre.voice.desks?.attach(caller, agentId, userId) === false) throw new Refusal('telephone-not-yours');
    return { now: Date.now() };
  },

  'telephone.detach': (_, { caller, centre }) => {
    centre.voice.desks?.detach(caller);
    return {};
  },

  'telephone.answer': ({ wishId, refusal }, request) => {
    requireAgent(request);
    request.centre.voice.desks?.answer(request.caller, wishId, refusal);
    return {};
  },
};
