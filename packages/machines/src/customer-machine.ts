import type {
  EntryPoint,
  EntryPointId,
  Failure,
  FormValues,
  InteractionId,
  ParticipantId,
  WireEvent,
  Wish,
} from '@eyeline/protocol';
import { type ActorRefFrom, assign, enqueueActions, sendTo, setup } from 'xstate';
import { stageOf } from './conversation-context.ts';
import { conversationMachine } from './conversation-machine.ts';
import type { IdSource } from './identity.ts';
import type { Outcome } from './outcome.ts';
import { type LineEvent, signalingHole, type Wished } from './signaling.ts';

export interface CustomerInput {
  readonly entryPointId: EntryPointId;
  /** What an earlier page of the same visit left; null to start afresh. */
  readonly token: string | null;
  readonly ids: IdSource;
}

export interface CustomerContext extends CustomerInput {
  readonly online: boolean;
  readonly entryPoint: EntryPoint | null;
  readonly interactionId: InteractionId | null;
  readonly participantId: ParticipantId | null;
  /** What the customer filled in; kept so that nobody types it twice. */
  readonly form: FormValues;
  /** The opening that waits for its answer: the same one is sent again after a break. */
  readonly opening: Wish<'interaction.open'> | null;
  readonly failure: Failure | null;
}

/** What a person did; what they do inside the conversation goes to the conversation itself. */
export type CustomerIntent = { type: 'submit'; form: FormValues } | { type: 'start-over' };

export type CustomerEvent = CustomerIntent | LineEvent | WireEvent | Outcome | Wished;

/** A customer's visit: form, waiting, conversation, end; and back to it after a reload or a break of the line. */
export const customerMachine = setup({
  types: { context: {} as CustomerContext, events: {} as CustomerEvent, input: {} as CustomerInput },
  actors: { signaling: signalingHole, conversation: conversationMachine },
  guards: {
    hasToken: ({ context }) => context.token !== null,
    isOnline: ({ context }) => context.online,
    isUnknown: ({ event }) => 'error' in event && event.error.code === 'unknown-entry-point',
  },
  delays: {
    /** Before a question without an answer is asked again, in ms. */
    askAgain: 3000,
  },
  actions: {
    /** Hole: keep `context.token` for the next page of this visit. */
    rememberToken: () => {},
    /** Hole: nothing of the visit stays behind. */
    forgetToken: () => {},
    getEntryPoint: sendTo('signaling', ({ context }) => ({
      type: 'entry-point.get',
      entryPointId: context.entryPointId,
    })),
    resume: sendTo('signaling', ({ context }) => {
      if (!context.token) throw new Error('nothing to resume');
      return { type: 'customer.resume', token: context.token };
    }),
    open: enqueueActions(({ context, enqueue }) => {
      if (context.opening) enqueue.sendTo('signaling', context.opening);
    }),
    pass: enqueueActions(({ event, enqueue }) => {
      if (event.type === 'wished') enqueue.sendTo('signaling', event.wish);
    }),
    tellConversation: enqueueActions(({ event, enqueue }) => enqueue.sendTo('conversation', event)),
    rememberSeat: assign(({ event }) =>
      event.type === 'done.interaction.open' || event.type === 'done.customer.resume'
        ? {
            interactionId: event.value.interactionId,
            participantId: event.value.participantId,
            entryPoint: event.value.entryPoint,
            opening: null,
            failure: null,
          }
        : {},
    ),
    rememberFailure: assign(({ event }) => ('error' in event ? { failure: event.error } : {})),
    leave: assign({ token: null, interactionId: null, participantId: null, opening: null, failure: null }),
  },
}).createMachine({
  id: 'customer',
  context: ({ input }) => ({
    ...input,
    online: false,
    entryPoint: null,
    interactionId: null,
    participantId: null,
    form: {},
    opening: null,
    failure: null,
  }),
  invoke: { id: 'signaling', src: 'signaling' },
  initial: 'arriving',
  on: {
    'line.opened': { actions: assign({ online: true }) },
    'line.lost': { actions: assign({ online: false }) },
    'line.refused': { target: '.unavailable', actions: 'rememberFailure' },
  },
  states: {
    arriving: {
      always: [{ guard: 'hasToken', target: 'returning' }, { target: 'looking' }],
    },
    /** Asks what this entry point offers. */
    looking: {
      entry: 'getEntryPoint',
      on: {
        'line.opened': { actions: [assign({ online: true }), 'getEntryPoint'] },
        'done.entry-point.get': {
          target: 'filling-form',
          actions: assign({ entryPoint: ({ event }) => event.value }),
        },
        'failed.entry-point.get': { target: 'unavailable', actions: 'rememberFailure' },
      },
    },
    /** Takes the seat of an earlier page. */
    returning: {
      entry: 'resume',
      on: {
        'line.opened': { actions: [assign({ online: true }), 'resume'] },
        'done.customer.resume': { target: 'serving', actions: 'rememberSeat' },
        'failed.customer.resume': { target: 'looking', actions: ['forgetToken', 'leave'] },
      },
      after: { askAgain: { guard: 'isOnline', target: 'returning', reenter: true } },
    },
    'filling-form': {
      on: {
        submit: {
          target: 'opening',
          actions: assign(({ context, event }) => ({
            form: event.form,
            failure: null,
            opening: {
              type: 'interaction.open',
              commandId: context.ids.commandId(),
              entryPointId: context.entryPointId,
              form: event.form,
            },
          })),
        },
      },
    },
    opening: {
      entry: 'open',
      on: {
        'line.opened': { actions: [assign({ online: true }), 'open'] },
        'done.interaction.open': {
          target: 'serving',
          actions: ['rememberSeat', assign({ token: ({ event }) => event.value.token }), 'rememberToken'],
        },
        'failed.interaction.open': {
          target: 'filling-form',
          actions: ['rememberFailure', assign({ opening: null })],
        },
      },
      after: { askAgain: { guard: 'isOnline', target: 'opening', reenter: true } },
    },
    serving: {
      invoke: {
        id: 'conversation',
        src: 'conversation',
        input: ({ context: { interactionId, participantId, ids, online } }) => {
          if (!interactionId || !participantId) throw new Error('a conversation needs a seat');
          return { interactionId, participantId, ids, online };
        },
        onSnapshot: [
          { guard: ({ event }) => stageOf(event.snapshot.context.interaction) === 'ended', target: '.ended' },
          { guard: ({ event }) => stageOf(event.snapshot.context.interaction) === 'talking', target: '.talking' },
        ],
      },
      initial: 'waiting',
      on: {
        wished: { actions: 'pass' },
        // A new line does not know us yet: first the seat, then what the conversation missed.
        'line.opened': { actions: [assign({ online: true }), 'resume'] },
        'line.lost': { actions: [assign({ online: false }), 'tellConversation'] },
        'done.customer.resume': { actions: sendTo('conversation', { type: 'line.opened' }) },
        'failed.customer.resume': { target: '.ended', actions: ['rememberFailure', 'forgetToken'] },
        'done.*': { actions: 'tellConversation' },
        'failed.*': { actions: 'tellConversation' },
        lost: [
          { guard: ({ event }) => event.wish.type === 'customer.resume', actions: 'resume' },
          { actions: 'tellConversation' },
        ],
        'interaction.*': { actions: 'tellConversation' },
        'participant.*': { actions: 'tellConversation' },
        'message.*': { actions: 'tellConversation' },
        'typing.*': { actions: 'tellConversation' },
        'queue.*': { actions: 'tellConversation' },
        'call.*': { actions: 'tellConversation' },
        'media.*': { actions: 'tellConversation' },
        'start-over': { target: 'looking', actions: ['forgetToken', 'leave'] },
      },
      states: { waiting: {}, talking: {}, ended: {} },
    },
    /** The server will not serve this page, and says why in `failure`. */
    unavailable: {},
  },
});

export type CustomerActor = ActorRefFrom<typeof customerMachine>;
