import type { ConversationContext } from '@eyeline/machines';
import type { CommandId, MessageAnswer } from '@eyeline/protocol';

/** How a message that asks something stands, for who looks at it. */
export interface Standing {
  /** May it be answered here and now? */
  readonly isOpen: boolean;
  /** What was answered, or is on its way. */
  readonly answer: MessageAnswer | null;
  /** Does the one who looks wait for the answer? */
  readonly isAsking: boolean;
}

/** In a preview, or in a conversation that is not known, nothing can be answered. */
export const resting: Standing = { isOpen: false, answer: null, isAsking: false };

export function standingOf(
  { interaction, outbox, participantId }: ConversationContext,
  messageId: CommandId,
): Standing {
  const { participants, messages, closed } = interaction;
  const isCustomer = participants.some(one => one.participantId === participantId && one.role === 'customer');
  const given = messages.findLast(({ answer }) => answer?.replyTo === messageId)?.answer;
  const going = outbox.find(
    ({ command, failure }) => !failure && command.type === 'message.send' && command.answer?.replyTo === messageId,
  )?.command;
  const answer = given ?? (going?.type === 'message.send' ? going.answer : null) ?? null;
  const canBe = !answer && !closed;
  return { isOpen: canBe && isCustomer, answer, isAsking: canBe && !isCustomer };
}

export const isSameStanding = (one: Standing, other: Standing): boolean =>
  one.isOpen === other.isOpen && one.isAsking === other.isAsking && one.answer === other.answer;
