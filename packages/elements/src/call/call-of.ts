import type { CallActor, ConversationActor } from '@eyeline/machines';

/** The call of a conversation; null until its code is there. */
export const callOf = (conversation: ConversationActor | null | undefined): CallActor | null =>
  conversation?.getSnapshot().context.call ?? null;
