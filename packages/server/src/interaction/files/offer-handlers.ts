import { Refusal } from '../../people/refusal.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import { requireMembership, requireOpen } from '../access.ts';
import { type Handlers, once } from '../handler.ts';
import type { InteractionRooms } from '../interaction-port.ts';
import { maskIn } from '../masking/masking.ts';
import { hasDone } from '../own-facts.ts';
import { bareName } from './file-name.ts';
import { asksFirst, requireRoom, rulesOf } from './upload.ts';

/** So many of one conversation wait for an answer. */
const mostOpen = 10;

/** Files that are offered before they are sent, where the entry point wants it so. */
export const offerHandlers = (rooms: InteractionRooms) =>
  ({
    'file.offer': once({
      wasDone: ({ interactionId, commandId }, request) =>
        hasDone(
          rooms.interaction.logs.get(interactionId),
          request,
          fact => fact.type === 'file.offered' && fact.file.fileId === commandId,
        ),
      carryOut: (change, { interactionId, commandId: fileId, name, bytes, mediaType }, request) => {
        const membership = requireMembership(rooms, request, interactionId);
        requireOpen(membership);
        const { identity, log } = membership;
        const { participantId } = identity;
        const rules = rulesOf(rooms, log);
        if (!asksFirst(rules, log, participantId)) throw new Refusal('not-offered');
        if (bytes > rules.maxBytes) throw new Refusal('file-too-large', apiSentences.fileTooLarge(rules.maxBytes));
        const offers = log.fileOffers;
        // An id is that of one message, and of one file.
        if (log.hasMessage(fileId) || offers.some(one => one.fileId === fileId)) throw new Refusal('not-allowed');
        if (offers.filter(({ state }) => state !== 'declined').length >= mostOpen)
          throw new Refusal('too-many-requests', apiSentences.tooManyFiles);
        requireRoom(rooms, log);
        const shown = bareName(maskIn(rooms, log).text(name).text);
        const file = { fileId, name: shown, bytes, ...(mediaType && { mediaType }) };
        change.append(log, { type: 'file.offered', participantId, file });
        return {};
      },
    }),

    'file.answer': once({
      wasDone: ({ interactionId, fileId }, request) =>
        hasDone(
          rooms.interaction.logs.get(interactionId),
          request,
          fact => fact.type === 'file.answered' && fact.fileId === fileId,
        ),
      carryOut: (change, { interactionId, fileId, accepted }, request) => {
        const membership = requireMembership(rooms, request, interactionId);
        requireOpen(membership);
        const { identity, log } = membership;
        const { participantId } = identity;
        const offer = log.fileOffers.find(one => one.fileId === fileId);
        if (!offer || offer.state === 'declined') throw new Refusal('target-gone');
        const isOwn = offer.participantId === participantId;
        // Nobody says yes to what is their own; what was accepted only they can take back.
        if (isOwn ? accepted : offer.state === 'accepted') throw new Refusal('not-allowed');
        change.append(log, { type: 'file.answered', participantId, fileId, accepted });
        return {};
      },
    }),
  }) satisfies Pick<Handlers, 'file.offer' | 'file.answer'>;
