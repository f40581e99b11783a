import type { AgentTask, Failure, InteractionId, Wish } from '@eyeline/protocol';
import { type ActorRefFrom, assign, enqueueActions, sendTo, setup } from 'xstate';
import type { AgentContext, AgentEvent, AgentInput } from './agent-context.ts';
import { isOfConversation } from './conversation-context.ts';
import { conversationMachine } from './conversation-machine.ts';
import { interactionOf } from './interaction-of.ts';
import { signalingHole } from './signaling.ts';

/** The conversation that something from the server is about. */
const conversationOf = ({ tasks }: AgentContext, { interactionId }: { interactionId: InteractionId }) =>
  tasks.find(task => task.interactionId === interactionId)?.conversation;

/** How the conversation of a task begins: a desk learns of tasks only while its line is open. */
const opened = ({ ids }: AgentContext, { interactionId, participantId }: AgentTask) => ({
  input: { interactionId, participantId, ids, online: true },
});

const superseded: Failure = {
  code: 'not-signed-in',
  message: 'You signed in at another place, which has taken over. Sign in here to take it back.',
};

const notReached: Failure = {
  code: 'server-busy',
  message: 'The server did not answer. Check the connection and try again.',
};

const atNoDesk = {
  token: null,
  agent: null,
  offers: [],
  tasks: [],
  selected: null,
  listed: [],
  picked: null,
  handover: null,
} satisfies Partial<AgentContext>;

/** An agent's desk: sign in, be ready, answer offers, serve conversations, wrap up; and back to it after any break. */
export const agentMachine = setup({
  types: { context: {} as AgentContext, events: {} as AgentEvent, input: {} as AgentInput },
  actors: { signaling: signalingHole, conversation: conversationMachine },
  guards: {
    hasToken: ({ context }) => context.token !== null,
    isOnline: ({ context }) => context.online,
    isClosedTask: ({ event }) => event.type === 'task.state-changed' && event.state === 'closed',
    isOfConversation: ({ event }) => isOfConversation(event),
    isSessionGone: ({ event }) =>
      'error' in event && ['token-invalid', 'token-expired', 'not-signed-in'].includes(event.error.code),
  },
  delays: {
    /** Before a question without an answer is asked again, in ms. */
    askAgain: 3000,
  },
  actions: {
    /** Hole: keep `context.token` for the next page of this desk. */
    rememberToken: () => {},
    /** Hole: nothing of the sign-in stays behind. */
    forgetToken: () => {},
    /** While the line is down there is nobody to ask; when it opens we ask anew. */
    resume: enqueueActions(({ context: { online, token }, enqueue }) => {
      if (online && token) enqueue.sendTo('signaling', { type: 'agent.resume', token });
    }),
    /** Turns what the agent pressed into the wish that goes on the wire. */
    ask: sendTo('signaling', ({ context, event }): Wish => {
      const once = { commandId: context.ids.commandId() };
      switch (event.type) {
        case 'sign-in':
          return { type: 'agent.sign-in', username: event.username, password: event.password };
        case 'sign-out':
          return { type: 'agent.sign-out', ...once };
        case 'go-ready':
          return { type: 'agent.set-state', ...once, state: 'ready', domains: event.domains };
        case 'go-not-ready':
          return { type: 'agent.set-state', ...once, state: 'not-ready', reason: event.reason };
        case 'accept-offer':
          return { type: 'offer.accept', ...once, offerId: event.offerId };
        case 'decline-offer':
          return { type: 'offer.decline', ...once, offerId: event.offerId };
        case 'wrap-up':
          return { type: 'task.wrap-up', ...once, taskId: event.taskId, code: event.code };
        case 'pick':
          return { type: 'task.pick', ...once, taskId: event.taskId };
        case 'list-targets':
          return { type: 'target.list', taskId: event.taskId, purpose: 'transfer' };
        case 'transfer':
          return { type: 'task.transfer', ...once, taskId: event.taskId, to: event.to };
        case 'record-attempt':
          return { type: 'callback.record', ...once, taskId: event.taskId, outcome: event.outcome };
        case 'wished':
          return event.wish;
        default:
          throw new Error(`nothing to ask for ${event.type}`);
      }
    }),
    /** The server's word replaces ours; a conversation that goes on keeps its actor, and with it its call. */
    takeDesk: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'done.agent.sign-in' && event.type !== 'done.agent.resume') return;
      const { token, agent, offers, tasks, listed, wrapUpCodes, notReadyReasons, now } = event.value;
      for (const { taskId, conversation } of context.tasks) {
        if (tasks.some(task => task.taskId === taskId)) enqueue.sendTo(conversation, { type: 'line.opened' });
        else enqueue.stopChild(conversation);
      }
      enqueue.assign(({ spawn }) => ({
        token,
        agent,
        offers,
        listed,
        wrapUpCodes,
        notReadyReasons,
        toldAt: now,
        failure: null,
        tasks: tasks.map(task => ({
          ...task,
          conversation:
            context.tasks.find(one => one.taskId === task.taskId)?.conversation ??
            spawn('conversation', opened(context, task)),
        })),
        selected: tasks.find(task => task.taskId === context.selected)?.taskId ?? tasks[0]?.taskId ?? null,
      }));
    }),
    takeTask: assign(({ context, event, spawn }) => {
      if (event.type !== 'task.state-changed') return {};
      const known = context.tasks.some(task => task.taskId === event.taskId);
      if (known) {
        return {
          tasks: context.tasks.map(task =>
            task.taskId === event.taskId ? { ...task, state: event.state, domain: event.domain } : task,
          ),
        };
      }
      const { type: _, ...task } = event;
      const conversation = spawn('conversation', opened(context, event));
      return {
        tasks: [...context.tasks, { ...task, conversation }],
        selected: context.picked === task.taskId ? task.taskId : (context.selected ?? task.taskId),
      };
    }),
    /** Closed, or wrapped up: a callback that is tried again later is in nobody's hands until then. */
    dropTask: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'task.state-changed' && event.type !== 'done.task.wrap-up') return;
      const { taskId } = event.type === 'task.state-changed' ? event : event.wish;
      const dropped = context.tasks.find(task => task.taskId === taskId);
      if (!dropped) return;
      const tasks = context.tasks.filter(task => task !== dropped);
      enqueue.stopChild(dropped.conversation);
      enqueue.assign({
        tasks,
        selected: context.selected === taskId ? (tasks[0]?.taskId ?? null) : context.selected,
      });
    }),
    tellConversation: enqueueActions(({ context, event, enqueue }) => {
      if (!isOfConversation(event)) return;
      const interactionId = interactionOf(event);
      const conversation = interactionId && conversationOf(context, { interactionId });
      if (conversation) enqueue.sendTo(conversation, event);
    }),
    tellConversations: enqueueActions(({ context, enqueue }) => {
      for (const { conversation } of context.tasks) enqueue.sendTo(conversation, { type: 'line.lost' });
    }),
    rememberOffer: assign(({ context, event }) =>
      event.type === 'offer.made'
        ? { offers: [...context.offers.filter(offer => offer.offerId !== event.offerId), event] }
        : event.type === 'offer.closed'
          ? { offers: context.offers.filter(offer => offer.offerId !== event.offerId) }
          : {},
    ),
    askTargets: assign(({ event }) =>
      event.type === 'list-targets' ? { handover: { taskId: event.taskId, targets: null } } : {},
    ),
    rememberTargets: assign(({ context: { handover }, event }) =>
      event.type === 'done.target.list' && handover?.taskId === event.wish.taskId
        ? { handover: { ...handover, targets: event.value.targets } }
        : {},
    ),
    rememberFailure: assign(({ event }) => ('error' in event ? { failure: event.error } : {})),
    leave: enqueueActions(({ context, enqueue }) => {
      for (const { conversation } of context.tasks) enqueue.stopChild(conversation);
      enqueue.assign(atNoDesk);
      enqueue('forgetToken');
    }),
  },
}).createMachine({
  id: 'agent',
  context: ({ input }) => ({
    ...input,
    ...atNoDesk,
    token: input.token,
    online: false,
    wrapUpCodes: [],
    notReadyReasons: [],
    toldAt: 0,
    failure: null,
  }),
  invoke: { id: 'signaling', src: 'signaling' },
  initial: 'arriving',
  on: {
    'line.opened': { actions: assign({ online: true }) },
    'line.lost': { actions: assign({ online: false }) },
    'line.refused': { target: '.unavailable', actions: 'rememberFailure' },
    'dismiss-failure': { actions: assign({ failure: null }) },
  },
  states: {
    arriving: {
      always: [{ guard: 'hasToken', target: 'returning' }, { target: 'signed-out' }],
    },
    'signed-out': {
      on: { 'sign-in': { target: 'signing-in', actions: [assign({ failure: null }), 'ask'] } },
    },
    'signing-in': {
      on: {
        'done.agent.sign-in': { target: 'at-desk', actions: ['takeDesk', 'rememberToken'] },
        'failed.agent.sign-in': { target: 'signed-out', actions: 'rememberFailure' },
        lost: { target: 'signed-out', actions: assign({ failure: notReached }) },
      },
    },
    /** Takes the place of an earlier page, or of the line that broke. */
    returning: {
      entry: 'resume',
      on: {
        'line.opened': { target: 'returning', reenter: true, actions: assign({ online: true }) },
        'done.agent.resume': { target: 'at-desk', actions: ['takeDesk', 'rememberToken'] },
        'failed.agent.resume': [
          { guard: 'isSessionGone', target: 'signed-out', actions: ['rememberFailure', 'leave'] },
          { actions: 'rememberFailure' },
        ],
      },
      after: { askAgain: { guard: 'isOnline', target: 'returning', reenter: true } },
    },
    'at-desk': {
      on: {
        'line.lost': { target: 'returning', actions: [assign({ online: false }), 'tellConversations'] },
        'go-ready': { actions: 'ask' },
        'go-not-ready': { actions: 'ask' },
        'accept-offer': { actions: 'ask' },
        'decline-offer': { actions: 'ask' },
        'wrap-up': { actions: 'ask' },
        pick: { actions: [assign({ picked: ({ event }) => event.taskId }), 'ask'] },
        'list-targets': { actions: ['askTargets', 'ask'] },
        transfer: { actions: 'ask' },
        'record-attempt': { actions: 'ask' },
        'sign-out': { actions: 'ask' },
        select: { actions: assign({ selected: ({ event }) => event.taskId }) },
        wished: { actions: 'ask' },
        'offer.*': { actions: 'rememberOffer' },
        'agent.state-changed': { actions: assign({ agent: ({ event: { type: _, ...agent } }) => agent }) },
        'agent.superseded': { target: 'signed-out', actions: ['leave', assign({ failure: superseded })] },
        'task.state-changed': [{ guard: 'isClosedTask', actions: 'dropTask' }, { actions: 'takeTask' }],
        'done.task.wrap-up': { actions: 'dropTask' },
        'list.changed': { actions: assign({ listed: ({ event }) => event.listed }) },
        'done.target.list': { actions: 'rememberTargets' },
        'done.agent.sign-out': { target: 'signed-out', actions: 'leave' },
        'failed.agent.*': { actions: 'rememberFailure' },
        'failed.offer.*': { actions: 'rememberFailure' },
        'failed.task.*': { actions: 'rememberFailure' },
        'failed.target.*': { actions: 'rememberFailure' },
        'failed.callback.*': { actions: 'rememberFailure' },
        'done.*': { actions: 'tellConversation' },
        'failed.*': { actions: 'tellConversation' },
        lost: [
          { guard: 'isOfConversation', actions: 'tellConversation' },
          { actions: assign({ failure: notReached }) },
        ],
        'interaction.*': { actions: 'tellConversation' },
        'participant.*': { actions: 'tellConversation' },
        'message.*': { actions: 'tellConversation' },
        'typing.*': { actions: 'tellConversation' },
        'call.*': { actions: 'tellConversation' },
        'media.*': { actions: 'tellConversation' },
        'callback.*': { actions: 'tellConversation' },
        'task.wrapped-up': { actions: 'tellConversation' },
        'task.transferred': { actions: 'tellConversation' },
      },
    },
    /** The server will not serve this page, and says why in `failure`. */
    unavailable: {},
  },
});

export type AgentActor = ActorRefFrom<typeof agentMachine>;
