import type { Role } from '@eyeline/protocol';
import { Refusal } from '../people/refusal.ts';
import type { SiteEntryPoint } from '../settings/config.ts';
import { requireMembership, requireOpen } from './access.ts';
import { said } from './content/said.ts';
import { type Handlers, once } from './handler.ts';
import type { InteractionLog } from './interaction-log.ts';
import type { InteractionRooms } from './interaction-port.ts';

type Names = 'message.send' | 'message.mark-delivered' | 'message.mark-read' | 'typing.set';

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
        // Pages tell messages and files apart by their ids.
        if (membership.log.hasMessage(commandId)) throw new Refusal('not-allowed');
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
      const before = log.participant(participantId)?.deliveredSeq ?? 0;
      const throughSeq = markedThrough(log, wanted, before);
      if (log.isClosed || throughSeq <= before) return {};
      await rooms.interaction.change(change =>
        change.append(log, { type: 'message.delivered', participantId, throughSeq }),
      );
      return {};
    },

    'message.mark-read': async ({ interactionId, throughSeq: wanted }, request) => {
      const { log, identity } = requireMembership(rooms, request, interactionId);
      const { participantId, role } = identity;
      const before = log.participant(participantId)?.readSeq ?? 0;
      const throughSeq = markedThrough(log, wanted, before);
      if (log.isClosed || throughSeq <= before) return {};
      const silent = !isReadShown(receiptsIn(rooms, log), role);
      await rooms.interaction.change(change =>
        change.append(log, { type: 'message.read', participantId, throughSeq, ...(silent && { silent }) }),
      );
      return {};
    },

    'typing.set': ({ interactionId, typing }, request) => {
      const membership = requireMembership(rooms, request, interactionId);
      requireOpen(membership);
      const { participantId, role } = membership.identity;
      if (role === 'customer' && typing) membership.log.customerActiveAt = rooms.interaction.now();
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

/** How far there is something to take note of that was not yet: a mark is nothing to be marked. */
function markedThrough(log: InteractionLog, wanted: number, before: number): number {
  const throughSeq = Math.min(wanted, log.storedSeq);
  const isNews = log
    .storedAfter(before)
    .some(({ type, seq }) => seq <= throughSeq && type !== 'message.read' && type !== 'message.delivered');
  return isNews ? throughSeq : before;
}

/** Where the entry point is gone, nobody is told. */
const receiptsIn = ({ settings }: InteractionRooms, { interaction: { entryPointId } }: InteractionLog) =>
  (entryPointId && settings.siteEntryPoint(entryPointId)?.readReceipts) ?? 'off';

/** Whether the others are told what somebody in this role has read. */
const isReadShown = (receipts: SiteEntryPoint['readReceipts'], role: Role): boolean =>
  receipts === 'both' || (receipts === 'agent' && role === 'customer');
