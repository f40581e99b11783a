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
import { isOfConversation, stageOf } from './conversation-context.ts';
import { conversationMachine } from './conversation-machine.ts';
import type { IdSource } from './identity.ts';
import { interactionOf } from './interaction-of.ts';
import type { Outcome } from './outcome.ts';
import { isPassing } from './passing.ts';
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

export type CustomerEvent = CustomerIntent | LineEvent | WireEvent | Outcome | Wished | { type: 'ask-again' };

/** A customer's visit: form, waiting, conversation, end; and back to it after a reload or a break of the line. */
export const customerMachine = setup({
  types: { context: {} as CustomerContext, events: {} as CustomerEvent, input: {} as CustomerInput },
  actors: { signaling: signalingHole, conversation: conversationMachine },
  guards: {
    hasToken: ({ context }) => context.token !== null,
    isOnline: ({ context }) => context.online,
    isPassing: ({ event }) => 'error' in event && isPassing(event.error),
    isLostResume: ({ event }) => event.type === 'lost' && event.wish.type === 'customer.resume',
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
    // While the line is down there is nobody to ask; when it opens we ask anew.
    getEntryPoint: enqueueActions(({ context: { online, entryPointId }, enqueue }) => {
      if (online) enqueue.sendTo('signaling', { type: 'entry-point.get', entryPointId });
    }),
    resume: enqueueActions(({ context: { online, token }, enqueue }) => {
      if (online && token) enqueue.sendTo('signaling', { type: 'customer.resume', token });
    }),
    open: enqueueActions(({ context: { online, opening }, enqueue }) => {
      if (online && opening) enqueue.sendTo('signaling', opening);
    }),
    pass: enqueueActions(({ event, enqueue }) => {
      if (event.type === 'wished') enqueue.sendTo('signaling', event.wish);
    }),
    /** The line may still bring something of an earlier interaction. */
    tellConversation: enqueueActions(({ context, event, enqueue }) => {
      if (isOfConversation(event) && interactionOf(event) === context.interactionId)
        enqueue.sendTo('conversation', event);
    }),
    askAgainSoon: enqueueActions(({ enqueue }) => {
      enqueue.cancel('ask-again');
      enqueue.raise({ type: 'ask-again' }, { delay: 'askAgain', id: 'ask-again' });
    }),
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
        'line.opened': { target: 'looking', reenter: true, actions: assign({ online: true }) },
        'done.entry-point.get': {
          target: 'filling-form',
          actions: assign({ entryPoint: ({ event }) => event.value, failure: null }),
        },
        'failed.entry-point.get': [
          { guard: 'isPassing', actions: 'rememberFailure' },
          { target: 'unavailable', actions: 'rememberFailure' },
        ],
      },
      after: { askAgain: { guard: 'isOnline', target: 'looking', reenter: true } },
    },
    /** Takes the seat of an earlier page. */
    returning: {
      entry: 'resume',
      on: {
        'line.opened': { target: 'returning', reenter: true, actions: assign({ online: true }) },
        'done.customer.resume': { target: 'serving', actions: 'rememberSeat' },
        'failed.customer.resume': [
          { guard: 'isPassing', actions: 'rememberFailure' },
          { target: 'looking', actions: ['forgetToken', 'leave'] },
        ],
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
        'line.opened': { target: 'opening', reenter: true, actions: assign({ online: true }) },
        'done.interaction.open': {
          target: 'serving',
          actions: ['rememberSeat', assign({ token: ({ event }) => event.value.token }), 'rememberToken'],
        },
        'failed.interaction.open': [
          // It may have been carried out all the same: only the same opening may be sent again.
          { guard: 'isPassing', actions: 'rememberFailure' },
          { target: 'filling-form', actions: ['rememberFailure', assign({ opening: null })] },
        ],
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
        'line.lost': { actions: [assign({ online: false }), sendTo('conversation', { type: 'line.lost' })] },
        'done.customer.resume': { actions: sendTo('conversation', { type: 'line.opened' }) },
        'failed.customer.resume': [
          { guard: 'isPassing', actions: 'askAgainSoon' },
          { target: '.ended', actions: ['rememberFailure', 'forgetToken'] },
        ],
        'ask-again': { guard: 'isOnline', actions: 'resume' },
        'done.*': { actions: 'tellConversation' },
        'failed.*': { actions: 'tellConversation' },
        lost: [{ guard: 'isLostResume', actions: 'askAgainSoon' }, { actions: 'tellConversation' }],
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
