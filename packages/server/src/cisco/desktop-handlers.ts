import { requireAgent } from '../interaction/access.ts';
import type { Handlers } from '../interaction/handler.ts';
import { Refusal } from '../people/refusal.ts';
import type { CiscoRooms } from './cisco-port.ts';
import { steadyNow } from './steady-now.ts';

type Names = 'desktop.attach' | 'desktop.detach' | 'desktop.answer';

/** How a desk speaks for its agent at the desktop that it is in. */
export const desktopHandlers = (rooms: Pick<CiscoRooms, 'cisco'>) =>
  ({
    'desktop.attach': ({ userId }, request) => {
      const { agentId } = requireAgent(request);
      const { caller } = request;
      // Where Finesse is not configured, nobody ever asks for anything.
      if (rooms.cisco.voice.desks?.attach(caller, agentId, userId) === false)
        throw new Refusal('voice-channel-not-yours');
      rooms.cisco.domains?.review(agentId);
      return { now: steadyNow() };
    },

    'desktop.detach': (_, { caller }) => {
      rooms.cisco.voice.desks?.detach(caller);
      return {};
    },

    'desktop.answer': (answer, request) => {
      requireAgent(request);
      rooms.cisco.voice.desks?.answer(request.caller, answer);
      return {};
    },
  }) satisfies Pick<Handlers, Names>;
