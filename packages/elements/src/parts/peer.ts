import type { ConversationContext } from '@eyeline/machines';
import type { Participant } from '@eyeline/protocol';
import { connection } from '../sentences/connection.ts';

/** The one on the other side: who opened it, the customer as a rule; for them, whoever joined last. */
export function peerOf({ interaction: { participants }, participantId }: ConversationContext): Participant | undefined {
  const other = participants.find(one => one.participantId !== participantId);
  return other === participants[0] ? other : other && participants.at(-1);
}

/** Whether the other side is there, to be called. */
export const isThere = (context: ConversationContext): boolean =>
  !['absent', 'left'].includes(peerOf(context)?.presence ?? 'left');

/** How the other side is called in a sentence. */
export const peerName = (context: ConversationContext): string => peerOf(context)?.name || connection.otherSide;

/** Up to where any of the others has seen the log. */
export const readByOthers = ({ interaction, participantId }: ConversationContext): number =>
  Math.max(0, ...interaction.participants.map(one => (one.participantId === participantId ? 0 : (one.readSeq ?? 0))));
