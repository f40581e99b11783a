import type { Interaction, Message, ParticipantId } from '@eyeline/protocol';

/** The messages of others after `seenSeq`, oldest first. */
export const unreadMessages = (
  { messages }: Interaction,
  participantId: ParticipantId,
  seenSeq: number,
): readonly Message[] => messages.filter(message => message.seq > seenSeq && message.participantId !== participantId);
