import type { ConversationContext } from '@eyeline/machines';
import type { Message } from '@eyeline/protocol';

/** What the other side has written, in order. */
export const theirMessages = ({ interaction, participantId }: ConversationContext): readonly Message[] =>
  interaction.messages.filter(message => message.participantId !== participantId);
