import type { ConversationContext } from '@eyeline/machines';
import type { Participant } from '@eyeline/protocol';

/** The one on the other side; the last who joined where there were several. */
export const peerOf = ({ interaction, participantId }: ConversationContext): Participant | undefined =>
  interaction.participants.findLast(one => one.participantId !== participantId);

/** How the other side is called in a sentence. */
export const peerName = (context: ConversationContext): string => peerOf(context)?.name || 'the other side';
