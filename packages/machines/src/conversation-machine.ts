import { emptyInteraction, noEscalation } from '@eyeline/protocol';
import {
  type ActorRefFrom,
  type AnyActorRef,
  assign,
  cancel,
  enqueueActions,
  fromPromise,
  raise,
  sendTo,
  setup,
} from 'xstate';
import type { callMachine } from './call-machine.ts';
import {
  type ConversationContext,
  type ConversationEvent,
  type ConversationInput,
  callInput,
  type FileInput,
  isFact,
  stageOf,
  standingOf,
  toldSeq,
  unconfirmedSeq,
  withFacts,
} from './conversation-context.ts';
import { askAll, isDurable, lose, loseAll, put, refuse, retry, take, unasked } from './outbox.ts';
import { keepOutbox } from './outbox-store.ts';
import { isPassing } from './passing.ts';
import { command, toConnection } from './signaling.ts';

const notWaiting = { position: null, wait: null, fallback: null };

/**
 * One side's view of one interaction: its log folded, what is still unanswered, who is typing, and the call in it.
 * Whenever the connection comes back it asks for the facts after its last one, then sends again what was never answered; the
 * server carries out each only once. A reload is such a break too: what an earlier page left is in the outbox again.
 */
export const conversationMachine = setup({
  types: { context: {} as ConversationContext, events: {} as ConversationEvent, input: {} as ConversationInput },
  actors: {
    /** Port: the code of calls, which a page needs only once somebody is there to be called. */
    callCode: fromPromise<typeof callMachine>(() => new Promise(() => {})),
    /** Port: what is in a file of the conversation, null where it cannot be had; or the `FileOutcome` of one that is sent. It never fails. */
    file: fromPromise<unknown, FileInput>(() => new Promise(() => {})),
  },
  delays: {
    /** A typing sign is taken away when nothing more was heard, in ms. */
    typingTimeout: 6000,
    /** No key for this long: not typing any more, in ms. */
    composingTimeout: 3000,
    /** Whoever goes on typing says so again, before the other side takes the sign away, in ms. */
    typingRenewal: 4000,
    /** Before a command whose fate is unknown is sent again, in ms. */
    resendPause: 3000,
    /** What is seen without such a pause is told together, in ms. */
    readingPause: 1000,
    /** Before the code of calls is asked for again, in ms. */
    reloadPause: 5000,
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
    needsCalls: ({ context: { interaction } }) =>
      stageOf(interaction) === 'talking' || (interaction.domain === 'video' && !interaction.closed),
    isPassing: ({ event }) => 'error' in event && isPassing(event.error),
  },
  actions: {
    askForMissing: sendTo(toConnection, ({ context: { interactionId, interaction } }) => ({
      type: 'interaction.catch-up',
      interactionId,
      afterSeq: interaction.lastSeq,
    })),
    catchUp: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'done.interaction.catch-up') return;
      const { lastSeq } = context.interaction;
      const { templates = [], entryPoint, escalation, position, wait, fallback } = event.value;
      const { now: serverNow = context.serverNow } = event.value;
      const facts = event.value.facts.filter(fact => fact.seq > lastSeq);
      enqueue.assign({
        ...withFacts(context, facts),
        templates,
        entryPoint,
        escalation,
        position,
        wait,
        fallback,
        serverNow,
      });
    }),
    /** The call follows how things stand, whatever it has seen of how they came to be so. */
    tellCall: enqueueActions(({ context, enqueue }) => {
      if (context.call) enqueue.sendTo(context.call, { type: 'call.standing', ...standingOf(context) });
    }),
    notifyCall: enqueueActions(({ context, event, enqueue }) => {
      const call: AnyActorRef | null = context.call;
      if (call) enqueue.sendTo(call, event);
    }),
    /** A fact in its place. One that was told before changes nothing; after a gap it comes again with those in it. */
    takeFact: enqueueActions(({ context, event, enqueue }) => {
      if (!isFact(event)) return;
      const place = event.seq - context.interaction.lastSeq;
      if (place > 1) enqueue.raise({ type: 'gap' });
      if (place !== 1) return;
      const { interaction, outbox } = withFacts(context, [event]);
      const isServed = event.type === 'participant.joined' && event.role === 'agent';
      enqueue.assign({ interaction, outbox, ...(isServed || interaction.closed ? notWaiting : {}) });
    }),
    confirm: enqueueActions(({ context, enqueue }) => {
      const throughSeq = unconfirmedSeq(context);
      if (throughSeq === null) return;
      enqueue.raise({
        type: 'commanded',
        command: { type: 'message.mark-delivered', interactionId: context.interactionId, throughSeq },
      });
    }),
    /** Known here at once; said when it has been still for a while. */
    see: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'see') return;
      enqueue.assign({ seenSeq: Math.max(context.seenSeq, event.throughSeq) });
      enqueue.cancel('seen');
      enqueue.raise({ type: 'seen' }, { delay: 'readingPause', id: 'seen' });
    }),
    tellRead: enqueueActions(({ context, enqueue }) => {
      const { seenSeq: throughSeq, interactionId, interaction } = context;
      if (!interaction.closed && throughSeq > toldSeq(context))
        enqueue.raise(command({ type: 'message.mark-read', interactionId, throughSeq }));
    }),
    /** Kept until it is answered. */
    keep: assign(({ context, event }) =>
      event.type === 'commanded' && isDurable(event.command) ? { outbox: put(context.outbox, event.command) } : {},
    ),
    /** What is not kept is said once, or never. */
    sendAtOnce: enqueueActions(({ event, enqueue, system }) => {
      if (event.type === 'commanded' && !isDurable(event.command))
        enqueue.sendTo(toConnection({ system }), event.command);
    }),
    /** Nothing is sent twice on one connection: the server might refuse the first and carry out the second. */
    sendKept: enqueueActions(({ context, enqueue, system }) => {
      for (const one of unasked(context.outbox)) enqueue.sendTo(toConnection({ system }), one);
      enqueue.assign({ outbox: askAll(context.outbox) });
    }),
    lose: assign(({ context, event }) =>
      'command' in event && 'commandId' in event.command
        ? { outbox: lose(context.outbox, event.command.commandId) }
        : {},
    ),
    loseAll: assign(({ context }) => ({ outbox: loseAll(context.outbox) })),
    /** However many were lost together, all is sent again once. */
    resendSoon: enqueueActions(({ enqueue }) => {
      enqueue.cancel('resend');
      enqueue.raise({ type: 'resend' }, { delay: 'resendPause', id: 'resend' });
    }),
    settle: assign(({ context, event }) =>
      'command' in event && 'commandId' in event.command
        ? { outbox: take(context.outbox, event.command.commandId) }
        : {},
    ),
    refuse: assign(({ context, event }) => {
      if (!('error' in event)) return {};
      const { error, command: refused } = event;
      return {
        outbox: 'commandId' in refused ? refuse(context.outbox, refused.commandId, error) : context.outbox,
        // Of messages, calls and files it is said where they stand.
        failure: /^(int|fal|sur|tra)/.test(refused.type) ? error : context.failure,
      };
    }),
    write: raise(({ context, event }) => {
      if (event.type !== 'send') throw new Error('only a text can be sent');
      const { interactionId, ids } = context;
      return command({ ...event, type: 'message.send', commandId: ids.commandId(), interactionId });
    }),
    end: raise(({ context: { interactionId, ids } }) =>
      command({ type: 'interaction.end', commandId: ids.commandId(), interactionId }),
    ),
    takeStep: raise(({ context: { interactionId, ids }, event }) => {
      if (event.type !== 'take') throw new Error('only a step can be taken');
      const { step, callback } = event;
      return command({
        type: 'fallback.take',
        commandId: ids.commandId(),
        interactionId,
        step,
        ...(callback && { callback }),
      });
    }),
    setTyping: raise(({ context: { interactionId } }, { typing }: { typing: boolean }) =>
      command({ type: 'typing.set', interactionId, typing }),
    ),
    watchKeys: enqueueActions(({ enqueue }) => {
      enqueue.cancel('composing');
      enqueue.raise({ type: 'composing.paused' }, { delay: 'composingTimeout', id: 'composing' });
    }),
    renewTyping: raise({ type: 'composing.renewed' }, { delay: 'typingRenewal', id: 'renewal' }),
    allowRetry: assign(({ context, event }) =>
      event.type === 'retry' ? { outbox: retry(context.outbox, event.messageId) } : {},
    ),
    discard: assign(({ context, event }) =>
      event.type === 'discard' ? { outbox: take(context.outbox, event.messageId) } : {},
    ),
    rememberWaiting: assign(({ event }) => {
      if (event.type === 'queue.moved') return { position: event.position, wait: event.wait };
      return event.type === 'fallback.changed' ? { fallback: event.fallback } : {};
    }),
  },
}).createMachine({
  id: 'conversation',
  context: ({ input }) => ({
    ...input,
    interaction: emptyInteraction,
    entryPoint: null,
    ...notWaiting,
    escalation: noEscalation,
    call: null,
    outbox: input.outboxes?.read(input) ?? [],
    templates: [],
    seenSeq: 0,
    serverNow: 0,
    failure: null,
  }),
  entry: ({ context, self }) => {
    if (context.outboxes) keepOutbox(self, context.outboxes, context);
  },
  type: 'parallel',
  on: {
    'interaction.*': { actions: ['takeFact', 'tellCall'] },
    'participant.*': { actions: ['takeFact', 'tellCall'] },
    'message.*': { actions: ['takeFact', 'confirm'] },
    'task.*': { actions: 'takeFact' },
    'call.*': { actions: ['takeFact', 'tellCall'] },
    'call.signalled': { actions: 'notifyCall' },
    'call.moved': { actions: 'notifyCall' },
    'escalation.changed': {
      actions: [assign({ escalation: ({ event }) => event.escalation }), 'tellCall'],
    },
    'media.*': { actions: 'notifyCall' },
    'help.*': { actions: 'notifyCall' },
    'snapshot.*': { actions: ['takeFact', 'tellCall'] },
    'file.*': { actions: ['takeFact', 'confirm', 'tellCall'] },
    'callback.*': { actions: 'takeFact' },
    'survey.*': { actions: 'takeFact' },
    'transcript.*': { actions: 'takeFact' },
    'queue.moved': { actions: 'rememberWaiting' },
    'fallback.changed': { actions: 'rememberWaiting' },
    'done.call.*': { actions: ['settle', 'notifyCall'] },
    'failed.call.*': [{ guard: 'isPassing', actions: ['lose', 'resendSoon'] }, { actions: ['refuse', 'notifyCall'] }],
    'done.interaction.catch-up': { actions: ['catchUp', 'tellCall'] },
    // What it has become comes as a fact, and takes its place then.
    'done.message.send': {},
    'done.*': { actions: 'settle' },
    'failed.*': [{ guard: 'isPassing', actions: ['lose', 'resendSoon'] }, { actions: 'refuse' }],
    send: { guard: 'canSend', actions: ['write', raise({ type: 'composing.paused' })] },
    end: { guard: 'isOpen', actions: 'end' },
    take: { guard: 'isOpen', actions: [assign({ failure: null }), 'takeStep'] },
    discard: { actions: 'discard' },
    see: { actions: 'see' },
    seen: { actions: 'tellRead' },
    'open-file': {
      actions: enqueueActions(({ context: { interactionId }, event: { fileId, sending }, enqueue }) =>
        enqueue.spawnChild('file', { id: fileId, input: { interactionId, fileId, sending } }),
      ),
    },
  },
  states: {
    connection: {
      initial: 'offline',
      on: {
        commanded: { actions: 'keep' },
        retry: { actions: 'allowRetry' },
        'connection.lost': { target: '.offline', actions: ['loseAll', assign({ online: false }), 'tellCall'] },
      },
      states: {
        offline: {
          always: { guard: 'isOnline', target: 'catching-up' },
          on: {
            'connection.opened': { target: 'catching-up', actions: [assign({ online: true }), 'tellCall'] },
          },
        },
        'catching-up': {
          entry: 'askForMissing',
          on: {
            'done.interaction.catch-up': { target: 'live', actions: ['catchUp', 'tellCall'] },
            'failed.interaction.catch-up': [
              { guard: 'isPassing', actions: 'resendSoon' },
              { actions: assign({ failure: ({ event }) => event.error }) },
            ],
            lost: { actions: ['lose', 'resendSoon'] },
            resend: { actions: 'askForMissing' },
            'connection.opened': { actions: 'askForMissing' },
          },
        },
        live: {
          entry: ['sendKept', 'confirm', 'tellRead'],
          on: {
            commanded: { actions: ['keep', 'sendKept', 'sendAtOnce'] },
            retry: { actions: ['allowRetry', 'sendKept'] },
            lost: { actions: ['lose', 'resendSoon'] },
            resend: { actions: ['sendKept', 'confirm', 'tellRead'] },
            gap: 'catching-up',
          },
        },
      },
    },
    /** Somebody who is there can be called, and call: by then the code is to be there too. Who waits for a call gets ready for it. */
    calling: {
      initial: 'needless',
      states: {
        needless: { always: { guard: 'needsCalls', target: 'loading' } },
        loading: {
          invoke: {
            src: 'callCode',
            onDone: {
              target: 'ready',
              actions: assign(({ context, event, spawn }) => ({
                call: spawn(event.output, { input: callInput(context) }),
              })),
            },
            onError: 'failed',
          },
        },
        failed: {
          after: { reloadPause: 'loading' },
          on: { 'connection.opened': 'loading' },
        },
        ready: {},
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
            'message.sent': { guard: 'isPeerStill', target: 'still', actions: ['takeFact', 'confirm'] },
            'connection.lost': 'still',
          },
          after: { typingTimeout: 'still' },
        },
      },
    },
    self: {
      initial: 'still',
      states: {
        still: { on: { compose: { guard: 'isOpen', target: 'composing' } } },
        composing: {
          entry: [{ type: 'setTyping', params: { typing: true } }, 'watchKeys', 'renewTyping'],
          exit: [cancel('composing'), cancel('renewal'), { type: 'setTyping', params: { typing: false } }],
          on: {
            compose: { actions: 'watchKeys' },
            'composing.renewed': { actions: [{ type: 'setTyping', params: { typing: true } }, 'renewTyping'] },
            'composing.paused': 'still',
            'connection.lost': 'still',
          },
        },
      },
    },
  },
});

export type ConversationActor = ActorRefFrom<typeof conversationMachine>;
