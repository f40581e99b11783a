import { Refusal } from '../../people/refusal.ts';
import { findMembership, requireMembership } from '../access.ts';
import type { Handlers } from '../handler.ts';
import type { InteractionRooms } from '../interaction-port.ts';
import { maskIn } from '../masking/masking.ts';
import { fileIn, requireUpload } from './upload.ts';

/** What people in a conversation send each other apart from words: here they get tickets, with which HTTP takes and gives it. */
export const fileHandlers = (rooms: InteractionRooms) =>
  ({
    'file.prepare': async ({ interactionId, fileId, name: given }, request) => {
      const { identity, log } = requireMembership(rooms, request, interactionId);
      const name = given === undefined ? given : maskIn(rooms, log).text(given).text;
      const { participantId } = identity;
      const upload = { interactionId, participantId, fileId, name };
      requireUpload(rooms, upload);
      return { ticket: await rooms.people.tokens.forFile({ ...upload, way: 'upload' }) };
    },

    'file.read': async ({ interactionId, fileId }, request) => {
      const { identity, log } = await findMembership(rooms, request, interactionId);
      const { participantId } = identity;
      if (!fileIn(log, fileId)) throw new Refusal('target-gone');
      return { ticket: await rooms.people.tokens.forFile({ interactionId, participantId, fileId, way: 'read' }) };
    },
  }) satisfies Pick<Handlers, 'file.prepare' | 'file.read'>;
