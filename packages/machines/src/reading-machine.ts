import type { ConversationContext, ConversationEvent } from './conversation-context.ts';
import { conversationMachine } from './conversation-machine.ts';

interface Given {
  readonly context: ConversationContext;
  readonly event: ConversationEvent;
}

const isCustomers = ({ context: { interaction }, event }: Given): boolean =>
  'participantId' in event &&
  interaction.participants.some(one => one.role === 'customer' && one.participantId === event.participantId);

/**
 * A conversation that somebody reads who takes no part in it: nothing is confirmed, there is no call in it for this page, and
 * who is seen typing is the customer.
 */
export const readingMachine = conversationMachine.provide({
  guards: {
    needsCalls: () => false,
    isPeerTyping: given => given.event.type === 'typing.changed' && given.event.typing && isCustomers(given),
    isPeerStill: given => (given.event.type !== 'typing.changed' || !given.event.typing) && isCustomers(given),
  },
  actions: { confirm: () => {}, tellRead: () => {} },
});
