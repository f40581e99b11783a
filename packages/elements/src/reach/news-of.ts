import type { ConversationActor } from '@eyeline/machines';
import { peerName } from '../parts/peer.ts';
import type { ReachNews } from './reach.ts';

/** What of a conversation somebody who does not look has to learn; `unread`: how much of it. */
export function newsOf(conversation: ConversationActor, unread: number, isRinging: boolean): ReachNews {
  const { context } = conversation.getSnapshot();
  const { interactionId, participantId, interaction } = context;
  const last = interaction.messages.findLast(message => message.participantId !== participantId);
  const writer = interaction.participants.find(one => one.participantId === last?.participantId);
  return {
    interactionId,
    name: isRinging ? peerName(context) : writer?.name || peerName(context),
    unread,
    last: last ?? null,
    callId: isRinging ? (interaction.call?.callId ?? null) : null,
  };
}
