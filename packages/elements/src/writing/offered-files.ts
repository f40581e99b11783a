import type { ConversationContext } from '@eyeline/machines';
import { type FileOffer, type FileRules, fileOffersIn } from '@eyeline/protocol';
import type { WaitingFile } from './waiting-file.ts';

/** Whether this side offers its files first. */
export function offersFirst({ askFirst }: FileRules, { interaction, participantId }: ConversationContext): boolean {
  const own = interaction.participants.find(one => one.participantId === participantId);
  return askFirst.some(role => role === own?.role);
}

/** What the others offer and did not send yet. */
export const offeredByOthers = ({ interaction, participantId }: ConversationContext): readonly FileOffer[] =>
  interaction.closed
    ? []
    : fileOffersIn(interaction).filter(one => one.participantId !== participantId && one.state !== 'declined');

const isAsked = ({ outbox }: ConversationContext, { fileId }: Pick<WaitingFile, 'fileId'>): boolean =>
  outbox.some(({ command }) => command.commandId === fileId);

/** The files of this side as the answers to their offers have them; the same list where nothing is new. */
export function answeredFiles(files: readonly WaitingFile[], context: ConversationContext): readonly WaitingFile[] {
  const own = fileOffersIn(context.interaction).filter(one => one.participantId === context.participantId);
  const followed = files.map((file): WaitingFile => {
    if (file.state !== 'offered' || isAsked(context, file)) return file;
    const offer = own.find(({ fileId }) => fileId === file.fileId);
    if (offer?.state === 'open') return file;
    return offer?.state === 'accepted'
      ? { ...file, state: 'queued' }
      : { ...file, state: 'failed', failure: 'declined' };
  });
  // Offered by a page that is gone, with what was in them.
  const missing = own
    .filter(({ fileId, state }) => state !== 'declined' && !files.some(one => one.fileId === fileId))
    .map(({ fileId, name }): WaitingFile => {
      return { fileId, name, content: new Blob(), picture: null, state: 'missing', share: 0, failure: null };
    });
  const isNew = missing.length > 0 || followed.some((file, index) => file !== files[index]);
  return isNew ? [...followed, ...missing] : files;
}
