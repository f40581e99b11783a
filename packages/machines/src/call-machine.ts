import type { CallEnding } from '@eyeline/protocol';
import { allSources, legOf } from '@eyeline/protocol';
import { type ActorRefFrom, assign, enqueueActions, sendParent, sendTo, setup } from 'xstate';
import { type CallContext, type CallEvent, type CallInput, noCall } from './call-context.ts';
import { type CallFailure, callFailure } from './call-failure.ts';
import {
  desiredMedia,
  isAlone,
  isPrepared,
  isRefused,
  ownCall,
  ownLeg,
  sourcesNow,
  wantedSources,
  wishesFor,
  wishesOf,
} from './call-state.ts';
import { devicesMachine } from './devices-machine.ts';
import { mediaPort } from './media.ts';
import { command } from './signaling.ts';

/** The ids that every command about this call carries. */
function aboutCall({ interactionId, callId, ids }: CallContext) {
  if (!callId) throw new Error('a call command needs a call');
  return { commandId: ids.commandId(), interactionId, callId };
}

/** The call that there is in the log, unless this page has left it. */
const standing = ({ call, leftCallIds }: CallContext) => (call && !leftCallIds.includes(call.callId) ? call : null);

const wanted = (context: CallContext) => ({
  type: 'want' as const,
  sources: wantedSources(context),
  picture: context.picture,
  quality: context.escalation.quality,
});

/** Devices and media are brought to what is wanted, and the others hear of it. */
const reconcile = ['wantDevices', 'desire', 'tellChanges'] as const;

/** What the page before had on is to be on here. */
const takenUp = ['rememberIce', 'resumeWishes'] as const;

/** The invitation may stand still; if not, the log says what there is instead. */
const refusedAnswer = [
  { guard: 'isOwnInvitation', target: 'invited.deciding', actions: ['rememberFailure', 'release'] },
  { guard: 'isOwnCommand', target: 'idle', actions: 'rememberFailure' },
] as const;

/**
 * Chat becomes face to face: propose, accept or decline, connect, hang up. Both sides run this machine. It follows what the log
 * says of the call, from any starting point, with one exception: who hangs up is out at once, and the camera with them.
 */
export const callMachine = setup({
  types: { context: {} as CallContext, events: {} as CallEvent, input: {} as CallInput },
  actors: { devices: devicesMachine, media: mediaPort },
  delays: {
    /** Before we stop waiting to be told what must be in the log, in ms. */
    logTimeout: 5000,
    /** A page that was closed a moment ago may still seem to be in the call, in ms. */
    recheckPause: 1500,
    /** How long the two sides may try to reach each other for the first time, in ms. */
    connectTimeout: 45_000,
    rejoinGrace: ({ context }) => context.escalation.rejoinGraceMs,
  },
  guards: {
    /** Somebody asks, or the call was handed over to us. */
    isInvited: ({ context }) => {
      const call = standing(context);
      if (!call || legOf(call, context.participantId)) return false;
      return call.state === 'proposed' || context.role === 'agent';
    },
    /** The log has us in a call that this page is not in. */
    isOurs: ({ context }) => {
      const call = standing(context);
      return call !== null && legOf(call, context.participantId) !== undefined;
    },
    isAnswered: ({ context }) => ownCall(context)?.state === 'active' && ownLeg(context) !== undefined,
    isProposed: ({ context }) => ownCall(context)?.state === 'proposed' && ownLeg(context) !== undefined,
    /** Both asked at the same moment, and theirs was first. */
    isTheirs: ({ context }) => {
      const call = standing(context);
      return call?.state === 'proposed' && call.proposerId !== context.participantId && call.callId !== context.callId;
    },
    /** It was in the log, and is not any more; or we are not in it any more. */
    isOver: ({ context }) => ownLeg(context) === undefined,
    isGone: ({ context }) => ownCall(context) === null,
    hasEnded: ({ context }) => context.lastCall !== null && context.lastCall.callId === context.callId,
    isPrepared: ({ context }) => isPrepared(context),
    isRefused: ({ context }) => isRefused(context),
    isAlone: ({ context }) => isAlone(context),
    isOwnCommand: ({ context, event }) => 'command' in event && event.command.callId === context.callId,
    isOwnInvitation: ({ context, event }) =>
      'command' in event && event.command.callId === context.callId && ownCall(context) !== null && !ownLeg(context),
    isThisCall: ({ context, event }) => 'callId' in event && event.callId === context.callId,
    isThisEpoch: ({ context, event }) => 'epoch' in event && event.epoch === ownCall(context)?.epoch,
    isGlare: ({ context, event }) =>
      'error' in event && event.error.code === 'call-in-progress' && event.command.callId === context.callId,
    isElsewhere: ({ context, event }) =>
      'error' in event && event.error.code === 'call-elsewhere' && event.command.callId === context.callId,
    isBackOnline: ({ context, event }) => event.type === 'call.standing' && event.online && !context.online,
  },
  actions: {
    follow: assign(({ event }) => {
      if (event.type !== 'call.standing') return {};
      const { type: _, ...now } = event;
      return now;
    }),
    propose: sendParent(({ context }) =>
      command({ type: 'call.propose', ...aboutCall(context), kind: context.kind, sources: sourcesNow(context) }),
    ),
    /** A call that goes on already is joined. */
    accept: sendParent(({ context }) =>
      ownCall(context)?.state === 'active'
        ? command({ type: 'call.rejoin', ...aboutCall(context), sources: sourcesNow(context), takeOver: true })
        : command({ type: 'call.accept', ...aboutCall(context), kind: context.kind, sources: sourcesNow(context) }),
    ),
    decline: sendParent(({ context, event }) =>
      command({
        type: 'call.decline',
        ...aboutCall(context),
        ...(event.type === 'decline' && event.later && { later: true }),
      }),
    ),
    rejoin: sendParent(({ context }, { takeOver }: { takeOver: boolean }) =>
      command({ type: 'call.rejoin', ...aboutCall(context), takeOver }),
    ),
    end: sendParent(({ context }, { reason }: { reason: CallEnding }) =>
      command({ type: 'call.end', ...aboutCall(context), reason }),
    ),
    hold: sendParent(({ context, event }) => {
      if (event.type !== 'hold') throw new Error('only a hold can be asked for');
      return command({ type: 'call.hold', ...aboutCall(context), held: event.held });
    }),
    rememberLoss: assign(({ event }) => ('epoch' in event ? { lostEpoch: event.epoch } : {})),
    /** What carries nothing is begun anew. While the server cannot be asked there is nobody to do that with. */
    renew: enqueueActions(({ context, enqueue }) => {
      const call = ownCall(context);
      if (context.online && call?.epoch === context.lostEpoch)
        enqueue(sendParent(command({ type: 'call.renew', ...aboutCall(context), epoch: call.epoch })));
    }),
    desire: sendTo('media', ({ context }) => ({ type: 'media.desired', desired: desiredMedia(context) })),
    /** The others hear of what this side shows by now. */
    tellChanges: enqueueActions(({ context, enqueue }) => {
      const sources = sourcesNow(context);
      if (!ownLeg(context) || allSources.every(source => context.told[source] === sources[source])) return;
      enqueue.assign({ told: sources });
      enqueue(sendParent(command({ type: 'call.switch', ...aboutCall(context), sources })));
    }),
    wantDevices: sendTo('devices', ({ context }) => wanted(context)),
    /** A person has just pressed for it: the browser may ask. */
    askForDevices: sendTo('devices', ({ context }) => ({ ...wanted(context), pressed: true })),
    /** Told again after a break: it also says at which page this side is in the call. */
    tellSources: sendParent(({ context }) =>
      command({ type: 'call.switch', ...aboutCall(context), sources: sourcesNow(context) }),
    ),
    release: sendTo('devices', { type: 'want', sources: [], picture: 'camera' }),
    toDevices: sendTo('devices', ({ event }) => {
      if (event.type !== 'choose' && event.type !== 'flip' && event.type !== 'effect')
        throw new Error('not for the devices');
      return event;
    }),
    hand: sendTo('media', ({ event }) => {
      if (event.type !== 'call.signalled' && event.type !== 'media.produced') throw new Error('not for the media');
      return event;
    }),
    begin: assign(({ context, event }) => {
      if (event.type !== 'start') return {};
      const kind = event.kind ?? context.escalation.kinds[0] ?? 'two-way';
      return {
        callId: context.ids.callId(),
        ...{ kind, picture: event.picture, failure: null, ending: null },
        wishes: wishesFor(context, kind, event.wishes),
        failures: {},
      };
    }),
    /** The call in the log is the one that this page has to do with. */
    adopt: assign(({ context }) => {
      const call = standing(context);
      return call ? { callId: call.callId, kind: call.kind, failure: null, ending: null } : {};
    }),
    prepareAnswer: assign(({ context, event }) => {
      if (event.type !== 'accept') return {};
      const kind = event.kind ?? context.kind;
      const wishes = wishesFor(context, kind, event.wishes);
      return { kind, picture: event.picture, failure: null, failures: {}, wishes };
    }),
    /** As the page before had it. */
    resumeWishes: assign(({ context }) => {
      const leg = ownLeg(context);
      return leg ? { wishes: wishesOf(leg), told: leg.sources } : {};
    }),
    rememberTold: assign(({ context }) => ({ told: sourcesNow(context) })),
    rememberEarly: assign(({ context, event }) =>
      event.type === 'call.signalled' || event.type === 'media.produced'
        ? { early: [...context.early, event].slice(-200) }
        : {},
    ),
    rememberIce: assign(({ event }) => ('value' in event ? { ice: event.value } : {})),
    rememberFailure: assign(({ event }) => ('error' in event ? { failure: event.error } : {})),
    rememberRefusal: assign(({ context: { failures } }) => ({
      failure: failures.camera ?? failures.microphone ?? failures.screen ?? null,
    })),
    fail: assign((_, { code }: { code: CallFailure['code'] }) => ({
      failure: callFailure(code),
      ending: 'failed' as const,
    })),
    rememberDevices: assign(({ event }) => {
      if (event.type !== 'devices.changed') return {};
      const { tracks, failures, isAsking } = event;
      return { tracks, failures, isAsking };
    }),
    /** What is switched on and does not work is tried again. */
    toggle: assign(({ context: { wishes, failures }, event }) =>
      event.type === 'toggle'
        ? { wishes: { ...wishes, [event.source]: !wishes[event.source] || failures[event.source] !== undefined } }
        : event.type === 'devices.ended'
          ? { wishes: { ...wishes, [event.source]: false } }
          : {},
    ),
    rememberRemotes: assign(({ event }) => (event.type === 'remote.changed' ? { remotes: event.remotes } : {})),
    rememberEnding: assign(({ context: { lastCall, callId } }) =>
      lastCall?.callId === callId && lastCall ? { ending: lastCall.ending } : {},
    ),
    leave: assign(({ context: { callId, leftCallIds } }) => (callId ? { leftCallIds: [...leftCallIds, callId] } : {})),
    forget: assign(noCall),
  },
}).createMachine({
  id: 'call',
  context: ({ input: { standing: now, ...input } }) => ({
    ...input,
    ...now,
    ...noCall,
    kind: 'two-way',
    leftCallIds: [],
    picture: 'camera',
    failure: null,
    ending: null,
  }),
  invoke: { id: 'devices', src: 'devices' },
  initial: 'idle',
  on: {
    'call.standing': { actions: 'follow' },
    'devices.changed': { actions: 'rememberDevices' },
    'call.signalled': { actions: 'rememberEarly' },
    'media.produced': { actions: 'rememberEarly' },
    choose: { actions: 'toDevices' },
    flip: { actions: 'toDevices' },
    effect: { actions: 'toDevices' },
  },
  states: {
    idle: {
      entry: ['release', 'forget'],
      always: [
        { guard: 'isInvited', target: 'invited', actions: 'adopt' },
        { guard: 'isOurs', target: 'returning', actions: ['adopt', 'resumeWishes'] },
      ],
      on: { start: { target: 'preparing', actions: ['begin', 'askForDevices'] } },
    },
    /** The devices are opened for a call that is to be asked for. */
    preparing: {
      always: [
        { guard: 'isTheirs', target: 'invited.preparing', actions: 'adopt' },
        { guard: 'isPrepared', target: 'proposing' },
        { guard: 'isRefused', target: 'idle', actions: 'rememberRefusal' },
      ],
      on: {
        toggle: { actions: ['toggle', 'askForDevices'] },
        'hang-up': 'idle',
      },
    },
    proposing: {
      initial: 'asking',
      always: [
        { guard: 'isAnswered', target: 'active' },
        // Asking was saying yes. Ours, which is not answered yet, is taken back in case it comes through later.
        {
          guard: 'isTheirs',
          target: 'accepting',
          actions: [{ type: 'end', params: { reason: 'withdrawn' } }, 'adopt'],
        },
        { guard: 'hasEnded', target: 'idle', actions: 'rememberEnding' },
      ],
      states: {
        asking: {
          entry: ['propose', 'rememberTold'],
          always: { guard: 'isProposed', target: 'ringing' },
          on: { 'done.call.propose': { guard: 'isOwnCommand', target: 'placed', actions: 'rememberIce' } },
        },
        /** The log is about to say so. It may have said that it is over, and more after it. */
        placed: {
          always: { guard: 'isProposed', target: 'ringing' },
          after: { logTimeout: '#call.idle' },
        },
        ringing: { always: { guard: 'isGone', target: '#call.idle', actions: 'rememberEnding' } },
        /** Theirs was first; it will be told in a moment. */
        yielding: {
          always: { guard: 'isProposed', target: 'ringing' },
          after: { logTimeout: '#call.idle' },
        },
      },
      on: {
        'done.call.propose': { guard: 'isOwnCommand', actions: 'rememberIce' },
        'failed.call.propose': [
          { guard: 'isGlare', target: '.yielding', actions: 'rememberFailure' },
          { guard: 'isOwnCommand', target: 'idle', actions: 'rememberFailure' },
        ],
        'call.moved': { guard: 'isThisCall', target: 'elsewhere.asking' },
        toggle: { actions: ['toggle', 'askForDevices'] },
        'hang-up': { target: 'idle', actions: ['leave', { type: 'end', params: { reason: 'withdrawn' } }] },
      },
    },
    invited: {
      initial: 'deciding',
      always: [
        // Answered at another page of the same person.
        { guard: 'isAnswered', target: 'elsewhere.asking' },
        { guard: 'isGone', target: 'idle', actions: 'rememberEnding' },
      ],
      on: { decline: { target: 'idle', actions: ['leave', 'decline'] } },
      states: {
        deciding: {
          on: { accept: { target: 'preparing', actions: ['prepareAnswer', 'askForDevices'] } },
        },
        preparing: {
          always: [
            { guard: 'isPrepared', target: '#call.accepting' },
            { guard: 'isRefused', target: 'deciding', actions: ['rememberRefusal', 'release'] },
          ],
          on: { 'hang-up': { target: 'deciding', actions: 'release' } },
        },
      },
    },
    accepting: {
      entry: ['accept', 'rememberTold'],
      always: { guard: 'hasEnded', target: 'idle', actions: 'rememberEnding' },
      on: {
        'done.call.accept': { guard: 'isOwnCommand', target: 'joining', actions: 'rememberIce' },
        'done.call.rejoin': { guard: 'isOwnCommand', target: 'joining', actions: 'rememberIce' },
        'failed.call.accept': refusedAnswer,
        'failed.call.rejoin': refusedAnswer,
        'call.moved': { guard: 'isThisCall', target: 'elsewhere.asking' },
        toggle: { actions: ['toggle', 'askForDevices'] },
        'hang-up': { target: 'idle', actions: ['leave', { type: 'end', params: { reason: 'hung-up' } }] },
      },
    },
    /** The page before this one was in the call, or still is. */
    returning: {
      entry: { type: 'rejoin', params: { takeOver: false } },
      always: { guard: 'isGone', target: 'idle', actions: 'rememberEnding' },
      on: {
        'call.moved': { guard: 'isThisCall', target: 'elsewhere.asking' },
        'done.call.rejoin': { guard: 'isOwnCommand', target: 'joining', actions: 'rememberIce' },
        'failed.call.rejoin': [
          { guard: 'isElsewhere', target: 'elsewhere' },
          { guard: 'isOwnCommand', target: 'idle', actions: ['leave', 'rememberFailure'] },
        ],
        'hang-up': { target: 'idle', actions: ['leave', { type: 'end', params: { reason: 'hung-up' } }] },
      },
    },
    /** The call goes on in another page of the same person, which is left in peace unless that is asked for here. */
    elsewhere: {
      entry: 'release',
      always: { guard: 'isGone', target: 'idle', actions: 'rememberEnding' },
      initial: 'checking',
      states: {
        checking: { after: { recheckPause: { target: 'rechecking' } } },
        rechecking: {
          entry: { type: 'rejoin', params: { takeOver: false } },
          on: { 'done.call.rejoin': { guard: 'isOwnCommand', target: '#call.joining', actions: takenUp } },
        },
        asking: {},
        'taking-over': {
          entry: { type: 'rejoin', params: { takeOver: true } },
          on: {
            'call.moved': { guard: 'isThisCall', target: 'asking', actions: 'release' },
            'done.call.rejoin': { guard: 'isOwnCommand', target: '#call.joining', actions: 'rememberIce' },
            toggle: { actions: ['toggle', 'askForDevices'] },
            'hang-up': { target: '#call.idle', actions: ['leave', { type: 'end', params: { reason: 'hung-up' } }] },
          },
        },
      },
      on: {
        'failed.call.rejoin': [
          { guard: 'isElsewhere', target: '.asking', actions: 'release' },
          { guard: 'isOwnCommand', target: 'idle', actions: ['leave', 'rememberFailure'] },
        ],
        'continue-here': { target: '.taking-over', actions: ['resumeWishes', 'askForDevices'] },
      },
    },
    /** The server has let us in; the log is about to say so. */
    joining: {
      entry: 'wantDevices',
      always: [
        { guard: 'isAnswered', target: 'active' },
        { guard: 'isProposed', target: 'proposing.ringing' },
        { guard: 'hasEnded', target: 'idle', actions: 'rememberEnding' },
      ],
      after: { logTimeout: 'idle' },
      on: {
        'call.moved': { guard: 'isThisCall', target: 'elsewhere.asking' },
        toggle: { actions: ['toggle', 'askForDevices'] },
        'hang-up': { target: 'idle', actions: ['leave', { type: 'end', params: { reason: 'hung-up' } }] },
      },
    },
    active: {
      invoke: {
        id: 'media',
        src: 'media',
        input: ({ context }) => {
          const { interactionId, callId, early } = context;
          if (!callId) throw new Error('a call needs an id');
          const own = early.filter(event => event.callId === callId);
          return { interactionId, callId, desired: desiredMedia(context), early: own };
        },
      },
      entry: ['wantDevices', 'tellChanges'],
      // What was said early was for the media, which is started after the entry actions.
      exit: assign({ remotes: [], early: [] }),
      always: { guard: 'isOver', target: 'idle', actions: ['rememberEnding', 'leave'] },
      initial: 'connecting',
      on: {
        'call.standing': [
          { guard: 'isBackOnline', actions: ['follow', ...reconcile, 'tellSources', 'renew'] },
          { actions: ['follow', ...reconcile] },
        ],
        'devices.changed': { actions: ['rememberDevices', ...reconcile] },
        'devices.ended': { actions: ['toggle', ...reconcile] },
        // The log may be told before the answer.
        'done.call.propose': { guard: 'isOwnCommand', actions: ['rememberIce', ...reconcile] },
        'done.call.rejoin': { guard: 'isOwnCommand', actions: ['rememberIce', ...reconcile] },
        'done.call.renew': { guard: 'isOwnCommand', actions: ['rememberIce', ...reconcile] },
        'call.signalled': { guard: 'isThisCall', actions: 'hand' },
        'media.produced': { guard: 'isThisCall', actions: 'hand' },
        'call.moved': { guard: 'isThisCall', target: 'elsewhere.asking' },
        'failed.call.switch': { guard: 'isElsewhere', target: 'elsewhere.asking' },
        'failed.call.renew': { guard: 'isElsewhere', target: 'elsewhere.asking' },
        'remote.changed': { actions: 'rememberRemotes' },
        toggle: { actions: ['toggle', 'askForDevices', 'desire', 'tellChanges'] },
        hold: { actions: 'hold' },
        'hang-up': { target: 'idle', actions: ['leave', { type: 'end', params: { reason: 'hung-up' } }] },
      },
      states: {
        connecting: {
          always: { guard: 'isAlone', target: 'alone' },
          on: {
            'path.live': { guard: 'isThisEpoch', target: 'live' },
            'path.lost': { guard: 'isThisEpoch', actions: ['rememberLoss', 'renew'] },
          },
          after: {
            connectTimeout: {
              target: '#call.idle',
              actions: [
                'leave',
                { type: 'end', params: { reason: 'failed' } },
                { type: 'fail', params: { code: 'no-connection' } },
              ],
            },
          },
        },
        live: {
          always: { guard: 'isAlone', target: 'alone' },
          entry: assign({ lostEpoch: null }),
          on: { 'path.lost': { guard: 'isThisEpoch', target: 'lost', actions: 'rememberLoss' } },
        },
        /** Nothing comes through. It begins anew until it does, or the side that is away has been so for too long. */
        lost: {
          entry: 'renew',
          always: { guard: 'isAlone', target: 'alone' },
          on: {
            'path.live': { guard: 'isThisEpoch', target: 'live' },
            'path.lost': { guard: 'isThisEpoch', actions: ['rememberLoss', 'renew'] },
          },
          after: {
            rejoinGrace: {
              target: '#call.idle',
              actions: [
                'leave',
                { type: 'end', params: { reason: 'left' } },
                { type: 'fail', params: { code: 'connection-lost' } },
              ],
            },
          },
        },
        /** The others have left, and somebody is to take their place. */
        alone: { always: { guard: ({ context }) => !isAlone(context), target: 'connecting' } },
      },
    },
  },
});

export type CallActor = ActorRefFrom<typeof callMachine>;
