import { shownAddress } from '@eyeline/protocol';
import { findMembership, requireMembership } from '../../interaction/access.ts';
import { type Handlers, onceAfter } from '../../interaction/handler.ts';
import { Refusal } from '../../people/refusal.ts';
import type { WorkRooms } from '../work-port.ts';
import { isMailOffered } from './is-mail-offered.ts';

/** So often it is sent in one conversation. */
const mostLetters = 3;

/** What was said, by e-mail: for customers when it is over and somebody was there, for their agent at any time. */
export const transcriptHandlers = (rooms: WorkRooms) =>
  ({
    'transcript.send': onceAfter({
      prepare: async ({ interactionId }, request) => void (await findMembership(rooms, request, interactionId)),
      carryOut: (change, { commandId, interactionId, to, language, zone = 'UTC' }, request) => {
        const { identity, log } = requireMembership(rooms, request, interactionId);
        const { participantId, role } = identity;
        const { participants } = log.interaction;
        const isServed = participants.some(one => one.role === 'agent');
        if (!isMailOffered(rooms.settings, log.interaction.entryPointId) || log.consult || !log.lastMessage)
          throw new Refusal('not-offered');
        if (!isServed || (role === 'customer' && !log.isClosed)) throw new Refusal('not-offered');
        const asked = log.letters;
        // Nobody makes a server write to strangers.
        if (asked >= mostLetters) throw new Refusal('too-many-requests');
        if (role === 'customer' && !rooms.work.mailLimit.take(request.caller.network, performance.now()))
          throw new Refusal('too-many-requests');
        rooms.work.letters.keep(change, {
          ...{ letterId: commandId, interactionId, participantId, to, language, zone },
          ...{ askedAt: change.now, at: change.now, attempts: 0 },
        });
        change.append(log, { type: 'transcript.mailed', participantId, to: shownAddress(to), state: 'waiting' });
        change.afterCommit(() => rooms.work.wakeLetters());
        return {};
      },
    }),
  }) satisfies Pick<Handlers, 'transcript.send'>;
