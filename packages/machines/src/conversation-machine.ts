import { applyFact, emptyInteraction } from '@eyeline/protocol';
import { type ActorRefFrom, assign, cancel, enqueueActions, raise, sendParent, setup } from 'xstate';
import { callMachine } from './call-machine.ts';
import {
  type ConversationContext,
  type ConversationEvent,
  type ConversationInput,
  isFact,
  unconfirmedSeq,
} from './conversation-context.ts';
import { isDurable, put, refuse, retry, take, unanswered } from './outbox.ts';
import { wish } from './signaling.ts';

const willComeAgain: readonly string[] = ['store-unavailable', 'server-busy', 'too-many-requests'];

/**
 * One side's view of one interaction: its log folded, what is still unanswered, who is typing, and the call in it.
 * Whenever the line comes back it asks for the facts after its last one, then sends again what was never answered; the
 * server carries out each only once.
 */
export const conversationMachine = setup({
  types: { context: {} as ConversationContext, events: {} as ConversationEvent, input: {} as ConversationInput },
  actors: { call: callMachine },
  delays: {
    /** A typing sign is taken away when nothing more was heard, in ms. */
    typingPatience: 6000,
    /** No key for this long: not typing any more, in ms. */
    composingPatience: 3000,
    /** Before a command whose fate is unknown is sent again, in ms. */
    resendPause: 3000,
  },
  guards: {
    isOnline: ({ context }) => context.online,
    isPeerTyping: ({ context, event }) =>
      event.type === 'typing.changed' && event.typing && event.participantId !== context.participantId,
    isPeerStill: ({ context, event }) =>
      ('participantId' in event && event.participantId !== context.participantId && event.type === 'message.sent') ||
      (event.type === 'typing.changed' && !event.typing && event.participantId !== context.participantId),
    canSend: ({ context, event }) => event.type === 'send' && event.text.trim() !== '' && !context.interaction.closed,
    isOpen: ({ context }) => !context.interaction.closed,
    willComeAgain: ({ event }) => 'error' in event && willComeAgain.includes(event.error.code),
  },
  actions: {
    askForMissing: sendParent(({ context }) => {
      const { interactionId, interaction } = context;
      return wish({ type: 'interaction.catch-up', interactionId, afterSeq: interaction.lastSeq });
    }),
    /** After a reload the call is told how things stand; after a mere break it must see each fact that it missed. */
    catchUp: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'done.interaction.catch-up') return;
      const { facts, entryPoint, position } = event.value;
      const interaction = facts.reduce(applyFact, context.interaction);
      enqueue.assign({ interaction, entryPoint, position });
      if (context.interaction.lastSeq > 0) for (const fact of facts) enqueue.sendTo('call', fact);
      else if (interaction.call) enqueue.sendTo('call', { type: 'call.found', call: interaction.call });
    }),
    apply: assign(({ context, event }) => {
      if (!isFact(event)) return {};
      const interaction = applyFact(context.interaction, event);
      const joined = event.type === 'participant.joined' && event.role === 'agent';
      return {
        interaction,
        position: joined || interaction.closed ? null : context.position,
        outbox: event.type === 'message.sent' ? take(context.outbox, event.messageId) : context.outbox,
      };
    }),
    confirm: enqueueActions(({ context, enqueue }) => {
      const throughSeq = unconfirmedSeq(context);
      if (throughSeq === null) return;
      enqueue.raise({
        type: 'wished',
        wish: { type: 'message.mark-delivered', interactionId: context.interactionId, throughSeq },
      });
    }),
    tellCall: enqueueActions(({ event, enqueue }) => enqueue.sendTo('call', event)),
    /** Kept until it is answered. */
    keep: assign(({ context, event }) =>
      event.type === 'wished' && isDurable(event.wish) ? { outbox: put(context.outbox, event.wish) } : {},
    ),
    pass: sendParent(({ event }) => event),
    resend: enqueueActions(({ context, enqueue }) => {
      for (const one of unanswered(context.outbox)) enqueue(sendParent(wish(one)));
    }),
    resendSoon: raise({ type: 'resend' }, { delay: 'resendPause', id: 'resend' }),
    settle: assign(({ context, event }) =>
      'wish' in event && 'commandId' in event.wish ? { outbox: take(context.outbox, event.wish.commandId) } : {},
    ),
    refuse: assign(({ context, event }) => {
      if (!('error' in event)) return {};
      const { error, wish: refused } = event;
      return {
        outbox: 'commandId' in refused ? refuse(context.outbox, refused.commandId, error) : context.outbox,
        failure: refused.type === 'interaction.end' ? error : context.failure,
      };
    }),
    write: raise(({ context, event }) => {
      if (event.type !== 'send') throw new Error('only a text can be sent');
      const { interactionId, ids } = context;
      return wish({ type: 'message.send', commandId: ids.commandId(), interactionId, text: event.text });
    }),
    end: raise(({ context: { interactionId, ids } }) =>
      wish({ type: 'interaction.end', commandId: ids.commandId(), interactionId }),
    ),
    setTyping: raise(({ context: { interactionId } }, { typing }: { typing: boolean }) =>
      wish({ type: 'typing.set', interactionId, typing }),
    ),
    watchKeys: enqueueActions(({ enqueue }) => {
      enqueue.cancel('composing');
      enqueue.raise({ type: 'composing.paused' }, { delay: 'composingPatience', id: 'composing' });
    }),
    allowRetry: assign(({ context, event }) =>
      event.type === 'retry' ? { outbox: retry(context.outbox, event.messageId) } : {},
    ),
    discard: assign(({ context, event }) =>
      event.type === 'discard' ? { outbox: take(context.outbox, event.messageId) } : {},
    ),
    rememberPosition: assign(({ event }) => (event.type === 'queue.moved' ? { position: event.position } : {})),
  },
}).createMachine({
  id: 'conversation',
  context: ({ input }) => ({
    ...input,
    interaction: emptyInteraction,
    entryPoint: null,
    position: null,
    outbox: [],
    failure: null,
  }),
  invoke: {
    id: 'call',
    src: 'call',
    input: ({ context: { interactionId, participantId, ids } }) => ({ interactionId, participantId, ids }),
  },
  type: 'parallel',
  on: {
    'interaction.*': { actions: ['apply', 'tellCall'] },
    'participant.*': { actions: 'apply' },
    'message.delivered': { actions: 'apply' },
    'message.sent': { actions: ['apply', 'confirm'] },
    'call.*': { actions: ['apply', 'tellCall'] },
    'media.*': { actions: 'tellCall' },
    'task.wrapped-up': { actions: 'apply' },
    'queue.moved': { actions: 'rememberPosition' },
    'done.call.*': { actions: ['settle', 'tellCall'] },
    'failed.call.*': [{ guard: 'willComeAgain', actions: 'resendSoon' }, { actions: ['refuse', 'tellCall'] }],
    'done.*': { actions: 'settle' },
    'failed.*': [{ guard: 'willComeAgain', actions: 'resendSoon' }, { actions: 'refuse' }],
    send: { guard: 'canSend', actions: ['write', raise({ type: 'composing.paused' })] },
    end: { guard: 'isOpen', actions: 'end' },
    discard: { actions: 'discard' },
  },
  states: {
    line: {
      initial: 'offline',
      on: {
        wished: { actions: 'keep' },
        retry: { actions: 'allowRetry' },
        'line.lost': { target: '.offline', actions: assign({ online: false }) },
      },
      states: {
        offline: {
          always: { guard: 'isOnline', target: 'catching-up' },
          on: { 'line.opened': { target: 'catching-up', actions: assign({ online: true }) } },
        },
        'catching-up': {
          entry: 'askForMissing',
          on: {
            'done.interaction.catch-up': { target: 'live', actions: 'catchUp' },
            'failed.interaction.catch-up': [
              { guard: 'willComeAgain', actions: 'resendSoon' },
              { actions: assign({ failure: ({ event }) => event.error }) },
            ],
            lost: { actions: 'resendSoon' },
            resend: { actions: 'askForMissing' },
            'line.opened': { actions: 'askForMissing' },
          },
        },
        live: {
          entry: ['resend', 'confirm'],
          on: {
            wished: { actions: ['keep', 'pass'] },
            retry: { actions: ['allowRetry', 'resend'] },
            lost: { actions: 'resendSoon' },
            resend: { actions: 'resend' },
          },
        },
      },
    },
    peer: {
      initial: 'still',
      states: {
        still: { on: { 'typing.changed': { guard: 'isPeerTyping', target: 'typing' } } },
        typing: {
          on: {
            'typing.changed': [
              { guard: 'isPeerTyping', target: 'typing', reenter: true },
              { guard: 'isPeerStill', target: 'still' },
            ],
            'message.sent': { guard: 'isPeerStill', target: 'still', actions: ['apply', 'confirm'] },
            'line.lost': 'still',
          },
          after: { typingPatience: 'still' },
        },
      },
    },
    self: {
      initial: 'still',
      states: {
        still: { on: { compose: { guard: 'isOpen', target: 'composing' } } },
        composing: {
          entry: [{ type: 'setTyping', params: { typing: true } }, 'watchKeys'],
          exit: [cancel('composing'), { type: 'setTyping', params: { typing: false } }],
          on: { compose: { actions: 'watchKeys' }, 'composing.paused': 'still', 'line.lost': 'still' },
        },
      },
    },
  },
});

export type ConversationActor = ActorRefFrom<typeof conversationMachine>;
