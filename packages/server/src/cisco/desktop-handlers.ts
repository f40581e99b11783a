import { requireAgent } from '../interaction/access.ts';
import type { Handlers } from '../interaction/handler.ts';
import { Refusal } from '../people/refusal.ts';
import { steadyNow } from './steady-now.ts';

type Names = 'desktop.attach' | 'desktop.detach' | 'desktop.answer';

/** How a desk speaks for its agent at the desktop that it is in. */
export const desktopHandlers = {
  'desktop.attach': ({ userId }, request) => {
    const { agentId } = requireAgent(request);
    const { caller, centre } = request;
    // Where Finesse is not configured, nobody ever asks for anything.
    if (centre.voice.desks?.attach(caller, agentId, userId) === false) throw new Refusal('telephone-not-yours');
    centre.domains?.review(agentId);
    return { now: steadyNow() };
  },

  'desktop.detach': (_, { caller, centre }) => {
    centre.voice.desks?.detach(caller);
    return {};
  },

  'desktop.answer': (answer, request) => {
    requireAgent(request);
    request.centre.voice.desks?.answer(request.caller, answer);
    return {};
  },
} satisfies Pick<Handlers, Names>;
