import * as v from 'valibot';
import type { Handlers } from '../gateway/handler.ts';
import { requireOpen, requireSeat, scopeOf } from './access.ts';

type Names = 'message.send' | 'message.mark-delivered' | 'typing.set';

const Sent = v.object({ seq: v.number(), at: v.number() });

/** What people write to each other. */
export const messageHandlers: Pick<Handlers, Names> = {
  'message.send': ({ commandId, interactionId, text }, request) => {
    const seat = requireSeat(request, interactionId);
    const { participantId } = seat.identity;
    const once = { scope: scopeOf(seat.identity), name: 'message.send', commandId, answer: Sent };
    return request.centre.once(once, change => {
      requireOpen(seat);
      const message = { type: 'message.sent', participantId, messageId: commandId, text } as const;
      const { seq, at } = change.append(seat.log, message);
      return { seq, at };
    });
  },

  'message.mark-delivered': async ({ interactionId, throughSeq: wanted }, request) => {
    const seat = requireSeat(request, interactionId);
    const { log, identity } = seat;
    const { participantId } = identity;
    // Nobody can have seen more than there is.
    const throughSeq = Math.min(wanted, log.storedSeq);
    if (log.isClosed || throughSeq <= (log.participant(participantId)?.deliveredSeq ?? 0)) return {};
    await request.centre.change(change => change.append(log, { type: 'message.delivered', participantId, throughSeq }));
    return {};
  },

  'typing.set': ({ interactionId, typing }, request) => {
    const seat = requireSeat(request, interactionId);
    requireOpen(seat);
    const { participantId } = seat.identity;
    const payload = { interactionId, participantId, typing };
    request.centre.subscriptions.tell(
      interactionId,
      'typing.changed',
      payload,
      caller => caller.identity?.participantId !== participantId,
    );
    return {};
  },
};
