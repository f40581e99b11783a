import type { Fact } from './facts.ts';
import type { CommandId, ParticipantId } from './ids.ts';
import type { Interaction } from './interaction.ts';

/** A file that somebody has for the others, and has not sent. */
export interface FileOffer {
  readonly fileId: CommandId;
  /** Whose it is. */
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly bytes: number;
  readonly mediaType?: string | undefined;
  readonly state: 'open' | 'accepted' | 'declined';
}

/** All that were offered and did not come yet, as the facts about them tell. O(facts). */
export function fileOffers(facts: readonly Fact[], isShared: (fileId: CommandId) => boolean): readonly FileOffer[] {
  const offers = new Map<CommandId, FileOffer>();
  for (const fact of facts) {
    if (fact.type === 'file.offered') {
      const { participantId, file } = fact;
      const { fileId, name = '', bytes, mediaType } = file;
      offers.set(fileId, { fileId, participantId, name, bytes, mediaType, state: 'open' });
    }
    const offer = fact.type === 'file.answered' && offers.get(fact.fileId);
    if (offer) offers.set(fact.fileId, { ...offer, state: fact.accepted ? 'accepted' : 'declined' });
  }
  return [...offers.values()].filter(({ fileId }) => !isShared(fileId));
}

/** Those of an interaction. */
export const fileOffersIn = ({ asides, messages }: Interaction): readonly FileOffer[] =>
  fileOffers(asides, fileId => messages.some(({ file }) => file?.fileId === fileId));

/** What became of the letter that was asked for last. */
export const mailIn = ({ asides }: Interaction): Fact<'transcript.mailed'> | undefined =>
  asides.findLast(fact => fact.type === 'transcript.mailed');
