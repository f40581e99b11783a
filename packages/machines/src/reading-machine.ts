import { callMachine } from './call-machine.ts';
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
 * A conversation that somebody reads who takes no part in it: nothing is confirmed, a call in it neither rings here nor
 * ends because this page is not in it, and who is seen typing is the customer.
 */
export const readingMachine = conversationMachine.provide({
  actors: {
    call: callMachine.provide({
      guards: { isTheirs: () => false, isInvitation: () => false },
      actions: { end: () => {} },
    }),
  },
  guards: {
    isPeerTyping: given => given.event.type === 'typing.changed' && given.event.typing && isCustomers(given),
    isPeerStill: given => (given.event.type !== 'typing.changed' || !given.event.typing) && isCustomers(given),
  },
  actions: { confirm: () => {} },
});
