import { allSources, bothOn, type Call, type Epoch, legOf, type Sources } from '@eyeline/protocol';
import * as v from 'valibot';
import { requireAgent, requireCall, requireMembership } from '../interaction/access.ts';
import type { Change } from '../interaction/change.ts';
import { type Handlers, once, onceAnew } from '../interaction/handler.ts';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import { Refusal } from '../people/refusal.ts';
import { requireSeat, shownIn, takePlace } from './call-access.ts';
import type { CallRooms, VideoPort } from './call-port.ts';
import { nextPath } from './next-path.ts';

const nothing = v.object({});

type Names = 'call.switch' | 'call.hold' | 'call.renew' | 'call.rejoin' | 'call.report' | 'call.signal';

const isSame = (one: Sources, other: Sources): boolean => allSources.every(source => one[source] === other[source]);

/** Media begins anew after `epoch`; nothing happens where it has meanwhile. */
function renew(rooms: CallRooms, change: Change, log: InteractionLog, call: Call, epoch: Epoch): void {
  if (epoch !== call.epoch) return;
  const isSfuReady = rooms.call.sfu.state() === 'ready';
  change.append(log, {
    type: 'call.renewed',
    callId: call.callId,
    participantId: null,
    epoch: call.epoch + 1,
    media: nextPath(call, log.storedAfter(0), isSfuReady, change.now),
    reason: 'lost',
  });
}

/** What happens in a call that goes on. */
export const inCallHandlers = (rooms: CallRooms, video: VideoPort) =>
  ({
    'call.switch': once({
      carryOut: (change, input, request) => {
        const { log, call, leg } = requireSeat(rooms, request, input);
        const { callId } = input;
        const sources = shownIn(call.kind, leg.role, input.sources);
        if (!isSame(leg.sources, sources))
          change.append(log, { type: 'call.switched', callId, participantId: leg.participantId, sources });
        return {};
      },
    }),

    'call.hold': once({
      carryOut: (change, input, request) => {
        const { participantId } = requireAgent(request);
        const { callId, held } = input;
        const { log, call } = requireSeat(rooms, request, input);
        if (call.legs.some(leg => leg.participantId !== participantId && leg.held !== held))
          change.append(log, { type: 'call.held', callId, participantId, held });
        return {};
      },
    }),

    'call.renew': onceAnew({
      prepare: () => {},
      carryOut: (change, input, request) => {
        const { log, call } = requireSeat(rooms, request, input);
        renew(rooms, change, log, call, input.epoch);
        return {};
      },
      result: nothing,
      answer: (_, input, request) => takePlace(rooms, input, request),
    }),

    'call.rejoin': onceAnew({
      prepare: async ({ interactionId, callId }, request) => {
        const membership = requireMembership(rooms, request, interactionId);
        const call = requireCall(membership, callId);
        const { identity, log } = membership;
        // The call was handed over with the conversation: who has it now is taken whole.
        if (identity.role === 'agent' && !legOf(call, identity.participantId)) await video.enter(log);
      },
      carryOut: (change, input, request) => {
        const { interactionId, callId, takeOver } = input;
        const membership = requireMembership(rooms, request, interactionId);
        const { participantId, role } = membership.identity;
        const call = requireCall(membership, callId);
        const leg = legOf(call, participantId);
        // Whoever was asked answers with `call.accept`.
        if (call.state === 'proposed' && !leg) throw new Refusal('call-gone');
        const { pages } = rooms.call;
        if (!takeOver && pages.isElsewhere(interactionId, participantId, request.caller))
          throw new Refusal('call-elsewhere');
        if (call.state === 'active')
          change.append(membership.log, {
            type: 'call.renewed',
            callId,
            participantId,
            epoch: call.epoch + 1,
            media: call.media,
            reason: 'rejoined',
            sources: shownIn(call.kind, role, input.sources ?? leg?.sources ?? bothOn),
          });
        pages.take(interactionId, callId, participantId, request.caller);
        return {};
      },
      result: nothing,
      answer: (_, input, request) => takePlace(rooms, input, request),
    }),

    'call.report': ({ interactionId, callId, measures }, request) => {
      const { identity, log } = requireMembership(rooms, request, interactionId);
      rooms.call.reports.take(log, callId, identity.participantId, measures);
      return {};
    },

    'call.signal': ({ interactionId, callId, epoch, signal }, request) => {
      const { log, call, leg } = requireSeat(rooms, request, { interactionId, callId });
      // Of connections that are no longer wanted, or not there yet, nobody needs to hear.
      if (epoch !== call.epoch) return {};
      const { participantId } = leg;
      rooms.call.notifyOthers(log, participantId, 'call.signalled', {
        ...{ interactionId, callId, epoch, participantId, signal },
      });
      return {};
    },
  }) satisfies Pick<Handlers, Names>;
