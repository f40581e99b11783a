import type { HelpedPicture } from '@eyeline/protocol';
import { type Handlers, once } from '../../interaction/handler.ts';
import { requireSeat } from '../call-access.ts';
import type { CallRooms } from '../call-port.ts';
import { requireShown } from './shown-picture.ts';

/** What people in a call show each other on its pictures. */
export const helpHandlers = (rooms: CallRooms) =>
  ({
    'help.signal': ({ interactionId, callId, signal }, request) => {
      const { log, call, leg } = requireSeat(rooms, request, { interactionId, callId });
      requireShown(call, signal.picture);
      rooms.call.notifyOthers(log, leg.participantId, 'help.signalled', {
        ...{ interactionId, callId, participantId: leg.participantId, signal },
      });
      return {};
    },

    'call.freeze': once({
      carryOut: (change, { interactionId, callId, picture, frozen }, request) => {
        const { log, call, leg } = requireSeat(rooms, request, { interactionId, callId });
        const { participantId } = leg;
        const isFrozen = call.frozen !== undefined && isSame(call.frozen.picture, picture);
        if (frozen) requireShown(call, picture);
        if (frozen !== isFrozen) change.append(log, { type: 'call.frozen', callId, participantId, picture, frozen });
        return {};
      },
    }),
  }) satisfies Pick<Handlers, 'help.signal' | 'call.freeze'>;

const isSame = (one: HelpedPicture, other: HelpedPicture): boolean =>
  one.participantId === other.participantId && one.source === other.source;
