import { KEPT_CHECKS } from '@eyeline/protocol';
import { requireMembership, requireOpen } from '../interaction/access.ts';
import { type Handlers, once } from '../interaction/handler.ts';
import { Refusal } from '../people/refusal.ts';
import type { CallRooms } from './call-port.ts';

/** Keeps with the interaction what somebody found who looked whether a call would work. */
export const checkHandlers = (rooms: CallRooms) =>
  ({
    'check.report': once({
      carryOut: (change, { interactionId, findings }, request) => {
        const membership = requireMembership(rooms, request, interactionId);
        requireOpen(membership);
        const { log, identity } = membership;
        const { participantId } = identity;
        const before = log.interaction.checked.filter(one => one.participantId === participantId);
        if (before.length >= KEPT_CHECKS) throw new Refusal('too-many-requests');
        change.append(log, { type: 'participant.checked', participantId, ...findings });
        return {};
      },
    }),
  }) satisfies Pick<Handlers, 'check.report'>;
