import { requireMembership, requireOpen } from './access.ts';
import { said } from './content/said.ts';
import { type Handlers, once } from './handler.ts';
import type { InteractionRooms } from './interaction-port.ts';

type Names = 'message.send' | 'message.mark-delivered' | 'typing.set';

/** What people write to each other. */
export const messageHandlers = (rooms: InteractionRooms) =>
  ({
    'message.send': once({
      recall: ({ commandId, interactionId }, request) => {
        const { identity, log } = requireMembership(rooms, request, interactionId);
        const sent = log.sent(identity.participantId, commandId);
        return sent && { seq: sent.seq, at: sent.at };
      },
      carryOut: (change, { commandId, interactionId, ...input }, request) => {
        const membership = requireMembership(rooms, request, interactionId);
        requireOpen(membership);
        const { participantId } = membership.identity;
        const { seq, at } = change.append(membership.log, {
          type: 'message.sent',
          participantId,
          messageId: commandId,
          ...said(rooms, membership, input),
        });
        return { seq, at };
      },
    }),

    'message.mark-delivered': async ({ interactionId, throughSeq: wanted }, request) => {
      const membership = requireMembership(rooms, request, interactionId);
      const { log, identity } = membership;
      const { participantId } = identity;
      // Nobody can have seen more than there is.
      const throughSeq = Math.min(wanted, log.storedSeq);
      if (log.isClosed || throughSeq <= (log.participant(participantId)?.deliveredSeq ?? 0)) return {};
      await rooms.interaction.change(change =>
        change.append(log, { type: 'message.delivered', participantId, throughSeq }),
      );
      return {};
    },

    'typing.set': ({ interactionId, typing }, request) => {
      const membership = requireMembership(rooms, request, interactionId);
      requireOpen(membership);
      const { participantId } = membership.identity;
      const payload = { interactionId, participantId, typing };
      rooms.interaction.subscriptions.notify(
        interactionId,
        'typing.changed',
        payload,
        caller => caller.identity?.participantId !== participantId,
      );
      return {};
    },
  }) satisfies Pick<Handlers, Names>;
