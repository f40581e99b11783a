import type { AgentTask, ConsultTask, Failure, InvitationId, TaskId } from '@eyeline/protocol';
import { type ActorRefFrom, assign, enqueueActions, setup } from 'xstate';
import type { AgentContext, AgentInput } from './agent-context.ts';
import type { AgentEvent } from './agent-event.ts';
import { isOfConversation } from './conversation-context.ts';
import { conversationMachine } from './conversation-machine.ts';
import { answer, ask, commandOf, isFree } from './desk-command.ts';
import { desktopPort, isOfDesktop } from './desktop.ts';
import { interactionOf } from './interaction-of.ts';
import { readingMachine } from './reading-machine.ts';
import { connectionId, signalingPort } from './signaling.ts';

/** Every conversation on the desk, with the interaction that it is about; one may be read and served at the same time. */
function* conversationsOf({ tasks, consults }: Pick<AgentContext, 'tasks' | 'consults'>) {
  for (const { interactionId, conversation, consult, reading } of tasks) {
    yield { interactionId, conversation };
    if (consult && reading) yield { interactionId: consult.about, conversation: reading };
  }
  for (const { interactionId, conversation } of consults) yield { interactionId, conversation };
}

/** How the conversation of a task begins: a desk learns of tasks only while its connection is open. */
const opened = (
  { ids, outboxes }: AgentContext,
  { interactionId, participantId }: Pick<AgentTask, 'interactionId' | 'participantId'>,
) => ({
  input: { interactionId, participantId, ids, online: true, outboxes },
});

/** How what a colleague asks about is read. */
const read = (context: AgentContext, { participantId }: AgentTask, { about }: ConsultTask) =>
  opened({ ...context, outboxes: undefined }, { interactionId: about, participantId });

const superseded: Failure = {
  code: 'not-signed-in',
  message: 'You signed in at another place, which has taken over. Sign in here to take it back.',
};

const disabled: Failure = {
  code: 'not-signed-in',
  message: 'Your account has been switched off. Ask your administrator if you need it.',
};

const sessionEnded: Failure = {
  code: 'not-signed-in',
  message: 'Your session has ended. Sign in again.',
};

const notReached: Failure = {
  code: 'server-busy',
  message: 'The server did not answer. Check the connection and try again.',
};

/** So many links are kept to be shown. */
const mostInvitations = 50;

const atNoDesk = {
  token: null,
  agent: null,
  offers: [],
  tasks: [],
  consults: [],
  invitations: [],
  inviting: null,
  selected: null,
  listed: [],
  picked: null,
  transfer: null,
  commands: [],
} satisfies Partial<AgentContext>;

/** An agent's desk: sign in, be ready, answer offers, serve conversations, wrap up; and back to it after any break. */
export const agentMachine = setup({
  types: { context: {} as AgentContext, events: {} as AgentEvent, input: {} as AgentInput },
  actors: {
    signaling: signalingPort,
    conversation: conversationMachine,
    reading: readingMachine,
    desktop: desktopPort,
  },
  guards: {
    hasToken: ({ context }) => context.token !== null,
    isOnline: ({ context }) => context.online,
    isClosedTask: ({ event }) => event.type === 'task.state-changed' && event.state === 'closed',
    /** Stays on the desk to be read, until it is put away. */
    isEndedConsult: ({ context, event }) =>
      event.type === 'task.state-changed' &&
      event.state === 'closed' &&
      context.tasks.some(task => task.taskId === event.taskId && task.consult),
    isOver: ({ context, event }) =>
      event.type === 'put-away' && context.tasks.some(task => task.taskId === event.taskId && task.state === 'closed'),
    isOfConversation: ({ event }) => isOfConversation(event),
    isOfDesk: ({ event }) => !isOfConversation(event),
    isFree: ({ context, event }) => {
      const wanted = commandOf(event);
      return wanted !== null && isFree(context.commands, wanted);
    },
    /** Asked by the agent at the desk: nothing else says that it came to nothing. */
    isDeskCommand: ({ event }) =>
      event.type === 'lost' && 'commandId' in event.command && !('interactionId' in event.command),
    isSessionGone: ({ event }) =>
      'error' in event && ['token-invalid', 'token-expired', 'not-signed-in'].includes(event.error?.code ?? ''),
  },
  delays: {
    /** Before a question without an answer is asked again, in ms. */
    askAgain: 3000,
  },
  actions: {
    /** Port: keep `context.token` for the next page of this desk. */
    rememberToken: () => {},
    /** Port: nothing of the sign-in stays behind. */
    forgetToken: () => {},
    /** While the connection is down there is nobody to ask; when it opens we ask anew. */
    resume: enqueueActions(({ context: { online, token }, enqueue }) => {
      if (online && token) enqueue.sendTo('signaling', { type: 'agent.resume', token });
    }),
    signIn: enqueueActions(({ event, enqueue }) => {
      if (event.type !== 'sign-in') return;
      const { username, password } = event;
      enqueue.sendTo('signaling', { type: 'agent.sign-in', username, password });
    }),
    /** Turns what the agent pressed into the command that goes on the wire. */
    ask: enqueueActions(({ context, event, enqueue }) => {
      const wanted = commandOf(event);
      if (!wanted) return;
      const commands = ask(context.commands, wanted, context.ids.commandId());
      enqueue.assign({ commands });
      for (const { command } of commands.slice(-1)) enqueue.sendTo('signaling', command);
    }),
    settle: assign(({ context, event }) =>
      'command' in event ? { commands: answer(context.commands, event.command) } : {},
    ),
    refuse: assign(({ context, event }) =>
      'error' in event && 'command' in event
        ? { commands: answer(context.commands, event.command, event.error), failure: event.error }
        : {},
    ),
    lose: assign(({ context, event }) =>
      'command' in event ? { commands: answer(context.commands, event.command, notReached), failure: notReached } : {},
    ),
    dismiss: assign(({ context }) => ({
      commands: context.commands.filter(({ failure }) => failure === null),
      failure: null,
    })),
    /** The server's word replaces ours; a conversation that goes on keeps its actor, and with it its call. */
    takeDesk: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'done.agent.sign-in' && event.type !== 'done.agent.resume') return;
      const { token, agent, offers, tasks, consults, listed, wrapUpCodes, notReadyReasons, now } = event.value;
      const { invitations, inviting } = event.value;
      const kept = {
        tasks: context.tasks.filter(({ taskId }) => tasks.some(task => task.taskId === taskId)),
        consults: context.consults.filter(({ interactionId: id }) => consults.some(one => one.interactionId === id)),
      };
      const stay = new Set([...conversationsOf(kept)].map(({ conversation }) => conversation));
      for (const { conversation } of conversationsOf(context)) {
        if (stay.has(conversation)) enqueue.sendTo(conversation, { type: 'connection.opened' });
        else enqueue.stopChild(conversation);
      }
      enqueue.assign(({ spawn }) => ({
        token,
        agent,
        offers,
        listed,
        invitations,
        inviting,
        wrapUpCodes,
        notReadyReasons,
        notifiedAt: now,
        // What was asked when the connection broke is not done: the desk that comes now is as the server knows it.
        commands: [],
        failure: context.failure === notReached ? notReached : null,
        tasks: tasks.map(task => {
          const known = kept.tasks.find(one => one.taskId === task.taskId);
          const conversation = known?.conversation ?? spawn('conversation', opened(context, task));
          const reading = task.consult ? (known?.reading ?? spawn('reading', read(context, task, task.consult))) : null;
          return { ...task, conversation, reading };
        }),
        consults: consults.map(consult => {
          const known = kept.consults.find(one => one.interactionId === consult.interactionId);
          return { ...consult, conversation: known?.conversation ?? spawn('conversation', opened(context, consult)) };
        }),
        selected: tasks.find(task => task.taskId === context.selected)?.taskId ?? tasks[0]?.taskId ?? null,
      }));
    }),
    takeTask: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'task.state-changed') return;
      const { type: _, ...task } = event;
      const { taskId, state, domain, consult } = task;
      if (context.tasks.some(one => one.taskId === taskId)) {
        enqueue.assign({ tasks: context.tasks.map(one => (one.taskId === taskId ? { ...one, state, domain } : one)) });
        return;
      }
      // Taken over: the question about it has become the thing itself.
      const answered = context.tasks.find(one => one.consult?.about === task.interactionId);
      for (const one of answered ? [answered.conversation, answered.reading] : []) if (one) enqueue.stopChild(one);
      const isInvited = context.invitations.some(one => one.interactionId === task.interactionId);
      const isMeant = isInvited || context.picked === taskId || context.selected === answered?.taskId;
      enqueue.assign(({ spawn }) => {
        const conversation = spawn('conversation', opened(context, task));
        const reading = consult ? spawn('reading', read(context, task, consult)) : null;
        return {
          tasks: [...context.tasks.filter(one => one !== answered), { ...task, conversation, reading }],
          selected: isMeant ? taskId : (context.selected ?? taskId),
        };
      });
    }),
    takeConsult: assign(({ context, event, spawn }) => {
      if (event.type !== 'consult.changed') return {};
      const { type: _, ...consult } = event;
      const { interactionId, ending } = consult;
      const known = context.consults.some(one => one.interactionId === interactionId);
      return {
        consults: known
          ? context.consults.map(one => (one.interactionId === interactionId ? { ...one, ending } : one))
          : [...context.consults, { ...consult, conversation: spawn('conversation', opened(context, consult)) }],
      };
    }),
    takeInvitation: assign(({ context: { invitations }, event }) => {
      if (event.type !== 'invitation.changed') return {};
      const { type: _, ...invitation } = event;
      const isIt = (one: { invitationId: InvitationId }) => one.invitationId === invitation.invitationId;
      const isKnown = invitations.some(isIt);
      return {
        invitations: isKnown
          ? invitations.map(one => (isIt(one) ? invitation : one))
          : [...invitations, invitation].slice(-mostInvitations),
      };
    }),
    /** Closed, or wrapped up: a callback that is tried again later is in nobody's hands until then. */
    dropTask: enqueueActions(({ context, event, enqueue }) => {
      const about = 'command' in event ? event.command : event;
      if (!('taskId' in about)) return;
      const { taskId } = about;
      const isDropped = (one: { taskId: TaskId }) => one.taskId === taskId;
      const gone = { tasks: context.tasks.filter(isDropped), consults: context.consults.filter(isDropped) };
      for (const { conversation } of conversationsOf(gone)) enqueue.stopChild(conversation);
      for (const one of [...gone.tasks, ...gone.consults]) context.outboxes?.write(one, []);
      const tasks = context.tasks.filter(one => !isDropped(one));
      enqueue.assign({
        tasks,
        consults: context.consults.filter(one => !isDropped(one)),
        selected: context.selected === taskId ? (tasks[0]?.taskId ?? null) : context.selected,
      });
    }),
    notifyConversation: enqueueActions(({ context, event, enqueue }) => {
      if (!isOfConversation(event)) return;
      const about = interactionOf(event);
      for (const { interactionId, conversation } of conversationsOf(context))
        if (interactionId === about) enqueue.sendTo(conversation, event);
    }),
    notifyConversations: enqueueActions(({ context, enqueue }) => {
      for (const { conversation } of conversationsOf(context))
        enqueue.sendTo(conversation, { type: 'connection.lost' });
    }),
    notifyDesktop: enqueueActions(({ event, enqueue }) => {
      if (isOfDesktop(event)) enqueue.sendTo('desktop', event);
    }),
    rememberOffer: assign(({ context, event }) =>
      event.type === 'offer.made'
        ? { offers: [...context.offers.filter(offer => offer.offerId !== event.offerId), event] }
        : event.type === 'offer.closed'
          ? { offers: context.offers.filter(offer => offer.offerId !== event.offerId) }
          : {},
    ),
    dropOffer: assign(({ context, event }) => {
      const offerId = 'command' in event && 'offerId' in event.command && event.command.offerId;
      return { offers: context.offers.filter(offer => offer.offerId !== offerId) };
    }),
    askTargets: enqueueActions(({ event, enqueue }) => {
      if (event.type !== 'list-targets') return;
      const { taskId, purpose } = event;
      enqueue.assign({ transfer: { taskId, purpose, targets: null } });
      enqueue.sendTo('signaling', { type: 'target.list', taskId, purpose });
    }),
    rememberTargets: assign(({ context: { transfer }, event }) =>
      event.type === 'done.target.list' &&
      transfer?.taskId === event.command.taskId &&
      transfer.purpose === event.command.purpose
        ? { transfer: { ...transfer, targets: event.value.targets } }
        : {},
    ),
    rememberFailure: assign(({ event }) => ('error' in event ? { failure: event.error } : {})),
    forgetOutboxes: ({ context }) => context.outboxes?.clear(),
    leave: enqueueActions(({ context, enqueue }) => {
      for (const { conversation } of conversationsOf(context)) enqueue.stopChild(conversation);
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
    obstacle: null,
    wrapUpCodes: [],
    notReadyReasons: [],
    notifiedAt: 0,
    failure: null,
  }),
  invoke: { id: 'signaling', src: 'signaling', systemId: connectionId },
  initial: 'arriving',
  on: {
    'connection.opened': { actions: assign({ online: true }) },
    'connection.lost': { actions: assign({ online: false, obstacle: null }) },
    'connection.waiting': { actions: assign({ obstacle: ({ event }) => event.error }) },
    'connection.refused': { target: '.unavailable', actions: 'rememberFailure' },
    'dismiss-failure': { actions: 'dismiss' },
    // Whatever is about an interaction and not about the desk: its conversation is found here, by the id.
    '*': { guard: 'isOfConversation', actions: 'notifyConversation' },
  },
  states: {
    arriving: {
      always: [{ guard: 'hasToken', target: 'returning' }, { target: 'signed-out' }],
    },
    'signed-out': {
      on: { 'sign-in': { target: 'signing-in', actions: [assign({ failure: null }), 'signIn'] } },
    },
    'signing-in': {
      on: {
        'done.agent.sign-in': { target: 'at-desk', actions: ['takeDesk', 'rememberToken'] },
        'failed.agent.sign-in': { target: 'signed-out', actions: 'rememberFailure' },
        lost: { target: 'signed-out', actions: assign({ failure: notReached }) },
      },
    },
    /** Takes the place of an earlier page, or of the connection that broke. */
    returning: {
      entry: 'resume',
      on: {
        'connection.opened': { target: 'returning', reenter: true, actions: assign({ online: true }) },
        'done.agent.resume': { target: 'at-desk', actions: ['takeDesk', 'rememberToken'] },
        'failed.agent.resume': [
          { guard: 'isSessionGone', target: 'signed-out', actions: ['rememberFailure', 'leave'] },
          { actions: 'rememberFailure' },
        ],
        lost: { guard: 'isDeskCommand', actions: 'lose' },
      },
      after: { askAgain: { guard: 'isOnline', target: 'returning', reenter: true } },
    },
    'at-desk': {
      invoke: { id: 'desktop', src: 'desktop' },
      on: {
        'connection.lost': {
          target: 'returning',
          actions: [assign({ online: false, obstacle: null }), 'notifyConversations'],
        },
        'go-ready': { guard: 'isFree', actions: 'ask' },
        'go-not-ready': { guard: 'isFree', actions: 'ask' },
        'accept-offer': { guard: 'isFree', actions: 'ask' },
        'decline-offer': { guard: 'isFree', actions: 'ask' },
        'wrap-up': { guard: 'isFree', actions: 'ask' },
        pick: { guard: 'isFree', actions: [assign({ picked: ({ event }) => event.taskId }), 'ask'] },
        transfer: { guard: 'isFree', actions: 'ask' },
        'ask-colleague': { guard: 'isFree', actions: 'ask' },
        'complete-consult': { guard: 'isFree', actions: 'ask' },
        'record-attempt': { guard: 'isFree', actions: 'ask' },
        invite: { guard: 'isFree', actions: 'ask' },
        'invite-again': { guard: 'isFree', actions: 'ask' },
        'withdraw-invitation': { guard: 'isFree', actions: 'ask' },
        'take-link': { guard: 'isFree', actions: 'ask' },
        'sign-out': { guard: 'isFree', actions: 'ask' },
        'list-targets': { actions: 'askTargets' },
        'put-away': { guard: 'isOver', actions: 'dropTask' },
        select: { actions: assign({ selected: ({ event }) => event.taskId }) },
        'offer.*': { actions: 'rememberOffer' },
        'agent.state-changed': { actions: assign({ agent: ({ event: { type: _, ...agent } }) => agent }) },
        'agent.superseded': { target: 'signed-out', actions: ['leave', assign({ failure: superseded })] },
        'agent.disabled': { target: 'signed-out', actions: ['leave', assign({ failure: disabled })] },
        'agent.token-renewed': { actions: [assign({ token: ({ event }) => event.token }), 'rememberToken'] },
        'agent.session-ended': { target: 'signed-out', actions: ['leave', assign({ failure: sessionEnded })] },
        'task.state-changed': [
          { guard: 'isEndedConsult', actions: 'takeTask' },
          { guard: 'isClosedTask', actions: 'dropTask' },
          { actions: 'takeTask' },
        ],
        'consult.changed': { actions: 'takeConsult' },
        'invitation.changed': { actions: 'takeInvitation' },
        'done.offer.*': { actions: ['settle', 'dropOffer'] },
        'done.task.wrap-up': { actions: ['settle', 'dropTask'] },
        'list.changed': { actions: assign({ listed: ({ event }) => event.listed }) },
        'done.target.list': { actions: 'rememberTargets' },
        'done.agent.sign-out': { target: 'signed-out', actions: ['leave', 'forgetOutboxes'] },
        'desktop.commanded': { actions: 'notifyDesktop' },
        'done.desktop.*': { actions: 'notifyDesktop' },
        'failed.desktop.*': { actions: ['notifyDesktop', 'rememberFailure'] },
        'done.*': { guard: 'isOfDesk', actions: 'settle' },
        'failed.*': { guard: 'isOfDesk', actions: 'refuse' },
        lost: { guard: 'isOfDesk', actions: 'lose' },
      },
    },
    /** The server will not serve this page, and says why in `failure`. */
    unavailable: {},
  },
});

export type AgentActor = ActorRefFrom<typeof agentMachine>;
