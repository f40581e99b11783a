import { callMachine } from './call-machine.ts';
import { conversationMachine } from './conversation-machine.ts';

/**
 * A conversation that is only read, through the eyes of one of its participants: it confirms nothing, and a call in it
 * neither rings here nor ends because this page is not in it.
 */
export const readingMachine = conversationMachine.provide({
  actors: {
    call: callMachine.provide({
      guards: { isTheirs: () => false, isInvitation: () => false },
      actions: { end: () => {} },
    }),
  },
  actions: { confirm: () => {} },
});
