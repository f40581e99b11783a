import type { CallEnding } from '@eyeline/protocol';
import { type ActorRefFrom, assign, sendParent, sendTo, setup } from 'xstate';
import { type CallContext, type CallEvent, type CallInput, noCall } from './call-context.ts';
import { type CallFailure, callFailure } from './call-failure.ts';
import { devicesMachine } from './devices-machine.ts';
import { mediaPort } from './media.ts';
import { command } from './signaling.ts';

/** The ids that every command about this call carries. */
function aboutCall({ interactionId, callId, ids }: CallContext) {
  if (!callId) throw new Error('a call command needs a call');
  return { commandId: ids.commandId(), interactionId, callId };
}

/**
 * Chat becomes face to face: propose, accept or decline, connect, hang up. Both sides run this machine. It changes only
 * on facts from the server, with one exception: who hangs up is out at once, and the camera with them.
 */
export const callMachine = setup({
  types: { context: {} as CallContext, events: {} as CallEvent, input: {} as CallInput },
  actors: { devices: devicesMachine, media: mediaPort },
  delays: {
    /** How long the two sides may try to reach each other, in ms. */
    connectTimeout: 20_000,
    /** Before we stop waiting to be told of the other side's proposal, which was first, in ms. */
    glareTimeout: 5000,
  },
  guards: {
    isTheirs: ({ context, event }) => event.type === 'call.proposed' && event.participantId !== context.participantId,
    isThisCall: ({ context, event }) => 'callId' in event && event.callId === context.callId,
    isOwnCommand: ({ context, event }) => 'command' in event && event.command.callId === context.callId,
    isGlare: ({ context, event }) =>
      'error' in event && event.error.code === 'call-in-progress' && event.command.callId === context.callId,
    isOther: ({ context, event }) => event.type === 'call.found' && event.call.callId !== context.callId,
    isInvitation: ({ context, event }) =>
      event.type === 'call.found' && event.call.state === 'proposed' && event.call.proposerId !== context.participantId,
  },
  actions: {
    // Of a page that was here before: it is gone, and its media with it.
    endFound: sendParent(({ context, event }) =>
      command({
        type: 'call.end',
        ...aboutCall(context),
        ...('call' in event ? { callId: event.call.callId } : {}),
        reason: 'left',
      }),
    ),
    propose: sendParent(({ context }) => command({ type: 'call.propose', ...aboutCall(context) })),
    accept: sendParent(({ context }) => command({ type: 'call.accept', ...aboutCall(context) })),
    decline: sendParent(({ context }) => command({ type: 'call.decline', ...aboutCall(context) })),
    end: sendParent(({ context }, { reason }: { reason: CallEnding }) =>
      command({ type: 'call.end', ...aboutCall(context), reason }),
    ),
    acquire: sendTo('devices', ({ event }) => ({
      type: 'acquire',
      picture: 'picture' in event ? event.picture : 'camera',
    })),
    release: sendTo('devices', { type: 'release' }),
    toggle: sendTo('devices', ({ event }) => ({
      type: event.type === 'toggle.camera' ? 'toggle.camera' : 'toggle.microphone',
    })),
    hand: sendTo('media', ({ event }) => event),
    begin: assign(({ context }) => ({ callId: context.ids.callId(), initiator: true, failure: null, ending: null })),
    rememberProposal: assign(({ event }) =>
      event.type === 'call.proposed'
        ? { callId: event.callId, path: event.media, initiator: false, failure: null, ending: null }
        : event.type === 'call.found'
          ? { callId: event.call.callId, path: event.call.media, initiator: false, failure: null, ending: null }
          : {},
    ),
    rememberPath: assign(({ event }) => (event.type === 'call.proposed' ? { path: event.media } : {})),
    rememberEarly: assign(({ context, event }) =>
      event.type === 'call.signalled' || event.type === 'media.produced' ? { early: [...context.early, event] } : {},
    ),
    rememberIce: assign(({ event }) => ('value' in event ? { ice: event.value } : {})),
    rememberFailure: assign(({ event }) =>
      'error' in event ? { failure: event.error } : 'failure' in event ? { failure: event.failure } : {},
    ),
    fail: assign((_, { code }: { code: CallFailure['code'] }) => ({
      failure: callFailure(code),
      ending: 'failed' as const,
    })),
    clearFailure: assign({ failure: null }),
    rememberLocal: assign(({ event }) => (event.type === 'devices.ready' ? { local: event.stream } : {})),
    rememberRemote: assign(({ event }) => (event.type === 'remote.changed' ? { remote: event.stream } : {})),
    rememberSwitches: assign(({ event }) =>
      event.type === 'devices.changed' ? { camera: event.camera, microphone: event.microphone } : {},
    ),
    rememberEnding: assign(({ event }) =>
      event.type === 'call.declined'
        ? { ending: 'declined' as const }
        : event.type === 'call.ended'
          ? { ending: event.reason }
          : {},
    ),
    forget: assign(noCall),
  },
}).createMachine({
  id: 'call',
  context: ({ input }) => ({
    ...input,
    ...noCall,
    path: 'p2p',
    camera: true,
    microphone: true,
    failure: null,
    ending: null,
  }),
  invoke: { id: 'devices', src: 'devices' },
  initial: 'idle',
  on: {
    'devices.changed': { actions: 'rememberSwitches' },
    'interaction.closed': '.idle',
  },
  states: {
    idle: {
      entry: ['release', 'forget'],
      on: {
        'start-video': { target: 'preparing', actions: ['begin', 'acquire'] },
        'call.proposed': { guard: 'isTheirs', target: 'invited', actions: 'rememberProposal' },
        'call.found': [
          { guard: 'isInvitation', target: 'invited', actions: 'rememberProposal' },
          // The page that was in this call is gone, and its media with it.
          { actions: ['rememberProposal', { type: 'end', params: { reason: 'left' } }, 'forget'] },
        ],
      },
    },
    preparing: {
      on: {
        'devices.ready': { target: 'proposing', actions: 'rememberLocal' },
        'devices.refused': { target: 'idle', actions: 'rememberFailure' },
        'call.proposed': { guard: 'isTheirs', target: 'invited.preparing', actions: 'rememberProposal' },
        'call.found': [
          { guard: 'isInvitation', target: 'invited.preparing', actions: 'rememberProposal' },
          { actions: 'endFound' },
        ],
        'hang-up': 'idle',
      },
    },
    proposing: {
      entry: 'propose',
      initial: 'ringing',
      states: {
        ringing: {
          on: {
            // Both asked at the same moment and theirs was first: asking was saying yes. Ours, which is not answered
            // yet, is taken back in case it comes through when theirs is over.
            'call.proposed': {
              guard: 'isTheirs',
              target: '#call.accepting',
              actions: [{ type: 'end', params: { reason: 'withdrawn' } }, 'rememberProposal'],
            },
          },
        },
        /** Theirs was first; it will be told in a moment. */
        yielding: {
          on: { 'call.proposed': { guard: 'isTheirs', target: '#call.accepting', actions: 'rememberProposal' } },
          after: { glareTimeout: '#call.idle' },
        },
      },
      on: {
        'done.call.propose': { guard: 'isOwnCommand', actions: 'rememberIce' },
        'failed.call.propose': [
          { guard: 'isGlare', target: '.yielding', actions: 'rememberFailure' },
          { guard: 'isOwnCommand', target: 'idle', actions: 'rememberFailure' },
        ],
        'call.proposed': { guard: 'isThisCall', actions: 'rememberPath' },
        'call.found': [
          {
            guard: 'isInvitation',
            target: 'accepting',
            actions: [{ type: 'end', params: { reason: 'withdrawn' } }, 'rememberProposal'],
          },
          { guard: 'isOther', actions: 'endFound' },
        ],
        'call.accepted': { guard: 'isThisCall', target: 'active' },
        'call.declined': { guard: 'isThisCall', target: 'idle', actions: 'rememberEnding' },
        'call.ended': { guard: 'isThisCall', target: 'idle', actions: 'rememberEnding' },
        'toggle.*': { actions: 'toggle' },
        'hang-up': { target: 'idle', actions: { type: 'end', params: { reason: 'withdrawn' } } },
      },
    },
    invited: {
      initial: 'deciding',
      on: {
        'call.ended': { guard: 'isThisCall', target: 'idle', actions: 'rememberEnding' },
        // Answered at another page of the same person.
        'call.accepted': { guard: 'isThisCall', target: 'idle' },
        'call.declined': { guard: 'isThisCall', target: 'idle', actions: 'rememberEnding' },
        decline: { target: 'idle', actions: 'decline' },
      },
      states: {
        deciding: {
          on: { accept: { target: 'preparing', actions: ['clearFailure', 'acquire'] } },
        },
        preparing: {
          on: {
            'devices.ready': { target: '#call.accepting', actions: 'rememberLocal' },
            'devices.refused': { target: 'deciding', actions: 'rememberFailure' },
            'hang-up': { target: 'deciding', actions: 'release' },
          },
        },
      },
    },
    accepting: {
      entry: 'accept',
      on: {
        'done.call.accept': { guard: 'isOwnCommand', target: 'active', actions: 'rememberIce' },
        'failed.call.accept': { guard: 'isOwnCommand', target: 'idle', actions: 'rememberFailure' },
        'call.signalled': { guard: 'isThisCall', actions: 'rememberEarly' },
        'media.produced': { guard: 'isThisCall', actions: 'rememberEarly' },
        'call.ended': { guard: 'isThisCall', target: 'idle', actions: 'rememberEnding' },
        'toggle.*': { actions: 'toggle' },
        'hang-up': { target: 'idle', actions: { type: 'end', params: { reason: 'hung-up' } } },
      },
    },
    active: {
      invoke: {
        id: 'media',
        src: 'media',
        input: ({ context }) => {
          const { interactionId, callId, path, initiator, local, ice, early } = context;
          if (!callId || !local) throw new Error('a call needs an id and a stream');
          return { interactionId, callId, path, initiator, stream: local, ice, early };
        },
      },
      initial: 'connecting',
      on: {
        'call.signalled': { guard: 'isThisCall', actions: 'hand' },
        'media.produced': { guard: 'isThisCall', actions: 'hand' },
        'remote.changed': { actions: 'rememberRemote' },
        'remote.lost': {
          target: 'idle',
          actions: [
            { type: 'end', params: ({ event }) => ({ reason: event.reason }) },
            { type: 'fail', params: { code: 'connection-lost' } },
          ],
        },
        'call.ended': { guard: 'isThisCall', target: 'idle', actions: 'rememberEnding' },
        'toggle.*': { actions: 'toggle' },
        'hang-up': { target: 'idle', actions: { type: 'end', params: { reason: 'hung-up' } } },
      },
      states: {
        connecting: {
          on: { 'remote.connected': 'live' },
          after: {
            connectTimeout: {
              target: '#call.idle',
              actions: [
                { type: 'end', params: { reason: 'failed' } },
                { type: 'fail', params: { code: 'no-connection' } },
              ],
            },
          },
        },
        live: {},
      },
    },
  },
});

export type CallActor = ActorRefFrom<typeof callMachine>;
