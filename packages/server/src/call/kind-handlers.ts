import { type CallKind, isLess, kindsAbove } from '@eyeline/protocol';
import { type Handlers, once } from '../interaction/handler.ts';
import { Refusal } from '../people/refusal.ts';
import { requireSeat, type Seat } from './call-access.ts';
import type { CallRooms, VideoPort } from './call-port.ts';
import { requireConsent } from './consent.ts';
import { acceptedKind, escalationOf } from './escalation.ts';

type Names = 'call.change-kind' | 'call.keep-kind';

/** What somebody else asks for: who asks again for that has said yes. */
const askedOf = ({ call, leg }: Seat) =>
  call.asked && call.asked.participantId !== leg.participantId ? call.asked : null;

/**
 * Whether the call is another kind at once: it shows less, or somebody else asks for it. Else the others are asked.
 * @throws Refusal where the site does not want it
 */
function becomesAtOnce(rooms: CallRooms, video: VideoPort, seat: Seat, kind: CallKind): boolean {
  const { log, call, leg } = seat;
  if (isLess(call.kind, kind)) return true;
  const escalation = escalationOf(rooms, video, log, leg.role);
  const asked = askedOf(seat);
  if (asked) return acceptedKind(asked.kind, kind, leg.role, escalation) === kind;
  if (!kindsAbove(call.kind).includes(kind) || !escalation.kinds.includes(kind)) throw new Refusal('call-not-allowed');
  return false;
}

/** A call that goes on becomes another kind, in the same epoch: media follows the log, and what is heard goes on meanwhile. */
export const kindHandlers = (rooms: CallRooms, video: VideoPort) =>
  ({
    'call.change-kind': once({
      carryOut: (change, input, request) => {
        const seat = requireSeat(rooms, request, input);
        const { log, call, leg } = seat;
        const { callId, kind } = input;
        if (kind === call.kind) return {};
        const type = becomesAtOnce(rooms, video, seat, kind) ? 'call.kind-changed' : 'call.kind-asked';
        if (!isLess(call.kind, kind))
          requireConsent(rooms, change, log, { ...input, role: leg.role, participantId: leg.participantId });
        if (type === 'call.kind-changed' || call.asked?.kind !== kind)
          change.append(log, { type, callId, participantId: leg.participantId, kind });
        return {};
      },
    }),

    'call.keep-kind': once({
      carryOut: (change, input, request) => {
        const { log, call, leg } = requireSeat(rooms, request, input);
        const { participantId } = leg;
        if (call.asked) change.append(log, { type: 'call.kind-refused', callId: call.callId, participantId });
        return {};
      },
    }),
  }) satisfies Pick<Handlers, Names>;
