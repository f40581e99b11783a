import type {
  Availability,
  CallbackRequest,
  Command,
  Domain,
  EntryPoint,
  EntryPointId,
  Failure,
  FallbackOption,
  FormValues,
  InteractionId,
  ParticipantId,
  WireEvent,
} from '@eyeline/protocol';
import { type ActorRefFrom, assign, enqueueActions, sendTo, setup } from 'xstate';
import { isOfConversation, stageOf } from './conversation-context.ts';
import { conversationMachine } from './conversation-machine.ts';
import { isStraight, isWithdrawn, modesOf } from './customer-modes.ts';
import type { IdSource } from './identity.ts';
import { interactionOf } from './interaction-of.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { Outcome } from './outcome.ts';
import { isPassing } from './passing.ts';
import { type ConnectionEvent, connectionId, signalingPort } from './signaling.ts';

export interface CustomerInput {
  readonly entryPointId: EntryPointId;
  /** What an earlier page of the same visit left; null to start afresh. */
  readonly token: string | null;
  /** The form that an earlier page sent and that nobody answered: the same opening is sent again. */
  readonly opening?: Command<'interaction.open'> | null | undefined;
  readonly ids: IdSource;
  readonly outboxes?: OutboxStore | undefined;
}

export interface CustomerContext extends CustomerInput {
  readonly online: boolean;
  /** Why the server lets this page in only later, as long as it is not online; null where nothing was said. */
  readonly obstacle: Failure | null;
  readonly entryPoint: EntryPoint | null;
  /** How the entry point stood when it was last asked; null before. */
  readonly availability: Availability | null;
  /** Which of the entry point's modes the page around wants; empty: all. */
  readonly limit: readonly string[];
  /** How the customer chose to be served, before anything was opened; null for a chat where nothing else was offered. */
  readonly step: FallbackOption | null;
  readonly interactionId: InteractionId | null;
  readonly participantId: ParticipantId | null;
  /** What the customer filled in; kept so that nobody types it twice. */
  readonly form: FormValues;
  /** The opening that waits for its answer: the same one is sent again after a break. */
  readonly opening: Command<'interaction.open'> | null;
  readonly failure: Failure | null;
}

/** What a person did; what they do inside the conversation goes to the conversation itself. */
export type CustomerIntent =
  /** `callback` only where that step was chosen. */
  | { type: 'submit'; form: FormValues; callback?: CallbackRequest }
  /** One of the modes, or of the steps that are offered while the request cannot be served. */
  | { type: 'choose'; step: FallbackOption }
  /** From the form back to the choice. */
  | { type: 'go-back' }
  /** The page around wants these modes alone, or, empty, all. */
  | { type: 'limit'; modes: readonly string[] }
  /** The page around knows what the form is to begin with: this, and nothing else. */
  | { type: 'fill-in'; form: FormValues }
  | { type: 'start-over' };

export type CustomerEvent =
  | CustomerIntent
  /** Another page of the site is in a conversation: this one, which has none, goes there. */
  | { type: 'take-up'; token: string }
  | ConnectionEvent
  | WireEvent
  | Outcome
  | { type: 'ask-again' };

/** How a step is asked for: a message that is left in the form is answered by e-mail. */
const domainOf = (step: FallbackOption | null): Domain => (step === 'message' ? 'email' : (step ?? 'chat'));

/** Which step an opening asked for. */
const stepOf = (domain: Domain | undefined): FallbackOption | null =>
  domain === 'email' ? 'message' : domain === 'chat' ? null : (domain ?? null);

/** What has become of the modes that are offered. */
function newsOf(event: CustomerEvent): Partial<CustomerContext> {
  if (event.type === 'limit') return { limit: event.modes };
  return event.type === 'entry-point.changed' ? { entryPoint: event.entryPoint, availability: event.availability } : {};
}

/** Who fills in the form of what is offered no more chooses anew. */
const withdrawal = [
  { guard: 'isWithdrawn', target: 'arrived', actions: ['rememberNews', 'forgetStep'] },
  { actions: 'rememberNews' },
] as const;

/** A customer's visit: form, waiting, conversation, end; and back to it after a reload or a break of the connection. */
export const customerMachine = setup({
  types: { context: {} as CustomerContext, events: {} as CustomerEvent, input: {} as CustomerInput },
  actors: { signaling: signalingPort, conversation: conversationMachine },
  guards: {
    hasToken: ({ context }) => context.token !== null,
    hasOpening: ({ context }) => context.opening !== null,
    isOnline: ({ context }) => context.online,
    isPassing: ({ event }) => 'error' in event && event.error !== null && isPassing(event.error),
    hasForm: ({ context }) => context.entryPoint !== null,
    isStraight: ({ context }) => isStraight(context),
    hasChoice: ({ context }) => !isStraight(context),
    isWithdrawn: ({ context, event }) => isWithdrawn({ ...context, ...newsOf(event) }),
    isOurs: ({ context, event }) => isOfConversation(event) && interactionOf(event) === context.interactionId,
    isClosed: ({ event }) => 'error' in event && event.error?.code === 'closed',
    isLostResume: ({ event }) => event.type === 'lost' && event.command.type === 'customer.resume',
  },
  delays: {
    /** Before a question without an answer is asked again, in ms. */
    askAgain: 3000,
    /** Before an entry point that cannot serve is asked how it stands, in ms. */
    pollAgain: 30_000,
  },
  actions: {
    /** Port: keep `context.token` for the next page of this visit. */
    rememberToken: () => {},
    /** Port: keep `context.opening` for the next page of this visit. */
    rememberOpening: () => {},
    /** Port: the opening was answered, and is not sent again. */
    forgetOpening: () => {},
    /** Port: nothing of the visit stays behind. */
    forgetToken: () => {},
    // While the connection is down there is nobody to ask; when it opens we ask anew.
    getEntryPoint: enqueueActions(({ context: { online, entryPointId }, enqueue }) => {
      if (online) enqueue.sendTo('signaling', { type: 'entry-point.get', entryPointId });
    }),
    resume: enqueueActions(({ context: { online, token }, enqueue }) => {
      if (online && token) enqueue.sendTo('signaling', { type: 'customer.resume', token });
    }),
    open: enqueueActions(({ context: { online, opening }, enqueue }) => {
      if (online && opening) enqueue.sendTo('signaling', opening);
    }),
    notifyConversation: enqueueActions(({ event, enqueue }) => {
      if (isOfConversation(event)) enqueue.sendTo('conversation', event);
    }),
    rememberAvailability: assign(({ context, event }) =>
      event.type === 'done.entry-point.get'
        ? { ...event.value, failure: context.failure && !isPassing(context.failure) ? context.failure : null }
        : {},
    ),
    rememberNews: assign(({ event }) => newsOf(event)),
    forgetStep: assign({ step: null }),
    takeOnly: assign(({ context }) => {
      const [only = 'chat'] = modesOf(context);
      return { step: only === 'chat' ? null : only };
    }),
    askAgainSoon: enqueueActions(({ enqueue }) => {
      enqueue.cancel('ask-again');
      enqueue.raise({ type: 'ask-again' }, { delay: 'askAgain', id: 'ask-again' });
    }),
    rememberParticipant: assign(({ event }) =>
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
    forgetOutboxes: ({ context }) => context.outboxes?.clear(),
    leave: assign({ token: null, step: null, interactionId: null, participantId: null, opening: null, failure: null }),
  },
}).createMachine({
  id: 'customer',
  context: ({ input }) => ({
    ...input,
    online: false,
    obstacle: null,
    entryPoint: null,
    availability: null,
    limit: [],
    step: input.opening ? stepOf(input.opening.domain) : null,
    interactionId: null,
    participantId: null,
    form: input.opening?.form ?? {},
    opening: input.opening ?? null,
    failure: null,
  }),
  invoke: { id: 'signaling', src: 'signaling', systemId: connectionId },
  initial: 'arriving',
  on: {
    'connection.opened': { actions: assign({ online: true }) },
    'connection.lost': { actions: assign({ online: false, obstacle: null }) },
    'connection.waiting': { actions: assign({ obstacle: ({ event }) => event.error }) },
    'entry-point.changed': { actions: 'rememberNews' },
    limit: { actions: 'rememberNews' },
    'fill-in': { actions: assign({ form: ({ event }) => event.form }) },
    'take-up': { target: '.returning', actions: assign({ token: ({ event }) => event.token }) },
    'start-over': { target: '.browsing', actions: ['forgetToken', 'forgetOutboxes', 'leave'] },
    'connection.refused': { target: '.unavailable', actions: 'rememberFailure' },
  },
  states: {
    arriving: {
      always: [
        { guard: 'hasToken', target: 'returning' },
        { guard: 'hasOpening', target: 'opening' },
        { target: 'browsing' },
      ],
    },
    /** Asks what this entry point offers. */
    browsing: {
      entry: 'getEntryPoint',
      on: {
        'connection.opened': { target: 'browsing', reenter: true, actions: assign({ online: true }) },
        'done.entry-point.get': { target: 'arrived', actions: 'rememberAvailability' },
        'failed.entry-point.get': [
          { guard: 'isPassing', actions: 'rememberFailure' },
          { target: 'unavailable', actions: 'rememberFailure' },
        ],
      },
      after: { askAgain: { guard: 'isOnline', target: 'browsing', reenter: true } },
    },
    /** Takes the place of an earlier page. */
    returning: {
      entry: 'resume',
      on: {
        'connection.opened': { target: 'returning', reenter: true, actions: assign({ online: true }) },
        'done.customer.resume': { target: 'serving', actions: 'rememberParticipant' },
        'failed.customer.resume': [
          { guard: 'isPassing', actions: 'rememberFailure' },
          // Hours later, or in another life of the server: it starts afresh, and says why.
          { target: 'browsing', actions: ['forgetToken', 'forgetOutboxes', 'leave', 'rememberFailure'] },
        ],
      },
      after: { askAgain: { guard: 'isOnline', target: 'returning', reenter: true } },
    },
    /** What the entry point offers is known. */
    arrived: { always: [{ guard: 'isStraight', target: 'filling-form', actions: 'takeOnly' }, 'choosing'] },
    /**
     * There are several ways to begin; or it cannot be served now, and the customer takes one of the steps instead, or stays until
     * it can be.
     */
    choosing: {
      on: {
        choose: { target: 'filling-form', actions: assign({ step: ({ event }) => event.step }) },
        'done.entry-point.get': { target: 'arrived', actions: 'rememberAvailability' },
        'entry-point.changed': { target: 'arrived', actions: 'rememberNews' },
        limit: { target: 'arrived', actions: 'rememberNews' },
      },
      after: { pollAgain: { target: 'choosing', reenter: true, actions: 'getEntryPoint' } },
    },
    'filling-form': {
      on: {
        'entry-point.changed': withdrawal,
        limit: withdrawal,
        'go-back': { guard: 'hasChoice', target: 'choosing', actions: assign({ step: null, failure: null }) },
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
              domain: domainOf(context.step),
              ...(event.callback && { callback: event.callback }),
            },
          })),
        },
      },
    },
    opening: {
      entry: ['rememberOpening', 'open'],
      exit: 'forgetOpening',
      on: {
        'connection.opened': { target: 'opening', reenter: true, actions: assign({ online: true }) },
        'done.interaction.open': {
          target: 'serving',
          actions: ['rememberParticipant', assign({ token: ({ event }) => event.value.token }), 'rememberToken'],
        },
        'failed.interaction.open': [
          // It may have been carried out all the same: only the same opening may be sent again.
          { guard: 'isPassing', actions: 'rememberFailure' },
          // Closed meanwhile: what is filled in stays, and is asked for in another way.
          { guard: 'isClosed', target: 'browsing', actions: assign({ opening: null, step: null }) },
          { guard: 'hasForm', target: 'filling-form', actions: ['rememberFailure', assign({ opening: null })] },
          // Sent by an earlier page: this one has yet to ask for the form.
          { target: 'browsing', actions: assign({ opening: null }) },
        ],
      },
      after: { askAgain: { guard: 'isOnline', target: 'opening', reenter: true } },
    },
    serving: {
      invoke: {
        id: 'conversation',
        src: 'conversation',
        input: ({ context: { interactionId, participantId, ids, online, outboxes } }) => {
          if (!interactionId || !participantId) throw new Error('a conversation needs a place');
          return { interactionId, participantId, ids, online, outboxes };
        },
        onSnapshot: [
          { guard: ({ event }) => stageOf(event.snapshot.context.interaction) === 'ended', target: '.ended' },
          { guard: ({ event }) => stageOf(event.snapshot.context.interaction) === 'talking', target: '.talking' },
          { target: '.waiting' },
        ],
      },
      initial: 'waiting',
      on: {
        // A new connection does not know us yet: first the place, then what the conversation missed.
        'connection.opened': { actions: [assign({ online: true }), 'resume'] },
        'connection.lost': {
          actions: [assign({ online: false, obstacle: null }), sendTo('conversation', { type: 'connection.lost' })],
        },
        'done.customer.resume': { actions: sendTo('conversation', { type: 'connection.opened' }) },
        'failed.customer.resume': [
          { guard: 'isPassing', actions: 'askAgainSoon' },
          { target: '.ended', actions: ['rememberFailure', 'forgetToken'] },
        ],
        'ask-again': { guard: 'isOnline', actions: 'resume' },
        lost: [
          { guard: 'isLostResume', actions: 'askAgainSoon' },
          { guard: 'isOurs', actions: 'notifyConversation' },
        ],
        // Whatever else is about this interaction; the connection may still bring something of an earlier one.
        '*': { guard: 'isOurs', actions: 'notifyConversation' },
      },
      states: { waiting: {}, talking: {}, ended: {} },
    },
    /** The server will not serve this page, and says why in `failure`. */
    unavailable: {},
  },
});

export type CustomerActor = ActorRefFrom<typeof customerMachine>;
