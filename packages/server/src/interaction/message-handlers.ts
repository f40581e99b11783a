import { requireOpen, requireSeat } from './access.ts';
import { type Handlers, once } from './handler.ts';

type Names = 'message.send' | 'message.mark-delivered' | 'typing.set';

/** What people write to each other. */
export const messageHandlers = {
  'message.send': once({
    recall: ({ commandId, interactionId }, request) => {
      const { identity, log } = requireSeat(request, interactionId);
      const sent = log.interaction.messages.findLast(
        ({ messageId, participantId }) => messageId === commandId && participantId === identity.participantId,
      );
      return sent && { seq: sent.seq, at: sent.at };
    },
    carryOut: (change, { commandId, interactionId, text }, request) => {
      const seat = requireSeat(request, interactionId);
      requireOpen(seat);
      const { participantId } = seat.identity;
      const message = { type: 'message.sent', participantId, messageId: commandId, text } as const;
      const { seq, at } = change.append(seat.log, message);
      return { seq, at };
    },
  }),

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
} satisfies Pick<Handlers, Names>;
