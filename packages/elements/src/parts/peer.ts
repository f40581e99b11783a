import type { ConversationContext } from '@eyeline/machines';
import type { Participant } from '@eyeline/protocol';

/** The one on the other side; the last agent who joined where the chat was handed over. */
export function peerOf({ interaction: { participants }, participantId }: ConversationContext): Participant | undefined {
  const role = participants.find(one => one.participantId === participantId)?.role;
  return participants.findLast(one => one.participantId !== participantId && one.role !== role);
}

/** How the other side is called in a sentence. */
export const peerName = (context: ConversationContext): string => peerOf(context)?.name || 'the other side';
