import { type ActorRefFrom, assign, sendTo } from 'xstate';
import { noCall } from './call-context.ts';
import { callSetup } from './call-setup.ts';
import { desiredMedia, helpInput, isAlone } from './call-state.ts';
import { nothingHeldBack } from './media.ts';

/** Devices and media are brought to what is wanted, and the others hear of it. */
const reconcile = ['wantDevices', 'desire', 'tellHelp', 'tellChanges'] as const;

/** The line is back: nobody else is to be taken for this page. */
const backInTime = [{ guard: 'isBackOnline', actions: ['follow', 'claim'] }, { actions: 'follow' }] as const;

/** The invitation may stand still; if not, the log says what there is instead. */
const refusedAnswer = [
  { guard: 'isOwnInvitation', target: 'invited.deciding', actions: ['rememberFailure', 'release'] },
  { guard: 'isOwnCommand', target: 'idle', actions: 'rememberFailure' },
] as const;

/**
 * Chat becomes face to face: propose, accept or decline, connect, hang up. Both sides run this machine. It follows what the log
 * says of the call, from any starting point, with one exception: who hangs up is out at once, and the camera with them.
 */
export const callMachine = callSetup.createMachine({
  id: 'call',
  context: ({ input: { standing: now, ...input } }) => ({
    ...input,
    ...now,
    ...noCall,
    kind: 'two-way',
    leftCallIds: [],
    ready: null,
    begunAwaited: false,
    picture: 'camera',
    failure: null,
    ending: null,
  }),
  invoke: [
    { id: 'devices', src: 'devices' },
    { id: 'doctor', src: 'doctor' },
  ],
  initial: 'idle',
  on: {
    'call.standing': { actions: 'follow' },
    'devices.changed': { actions: 'rememberDevices' },
    'devices.ended': { actions: 'toggle' },
    'call.signalled': { actions: 'rememberEarly' },
    'media.produced': { actions: 'rememberEarly' },
    choose: { actions: 'toDevices' },
    flip: { actions: 'toDevices' },
    effect: { actions: 'toDevices' },
    'report-check': { actions: 'reportCheck' },
    'get-ready': { actions: 'getReady' },
  },
  states: {
    idle: {
      entry: ['release', 'forget'],
      always: [
        { guard: 'isInvited', target: 'invited', actions: 'adopt' },
        { guard: 'isOurs', target: 'returning', actions: ['adopt', 'resumeWishes'] },
        { guard: 'canBeginAwaited', target: 'preparing', actions: ['beginAwaited', 'askForDevices'] },
      ],
      on: { start: { target: 'preparing', actions: ['begin', 'askForDevices'] } },
    },
    /** The devices are opened for a call that is to be asked for. */
    preparing: {
      always: [
        { guard: 'isTheirs', target: 'invited.preparing', actions: ['adopt', 'wantDevices'] },
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
          actions: [{ type: 'end', params: { reason: 'withdrawn' } }, 'adopt', 'wantDevices'],
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
        ringing: {
          always: { guard: 'isGone', target: '#call.idle', actions: 'rememberEnding' },
          on: { 'call.standing': backInTime },
        },
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
        'done.call.rejoin': { guard: 'isOwnCommand', actions: 'rememberIce' },
        'failed.call.rejoin': { guard: 'isElsewhere', target: 'elsewhere.asking' },
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
          // The one who came for it is called, and the one who came to them: neither is asked once more.
          always: { guard: 'canJoinAwaited', target: 'preparing', actions: ['joinAwaited', 'askForDevices'] },
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
      entry: [{ type: 'rejoin', params: { takeOver: false } }, 'rememberTold'],
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
          entry: ['resumeWishes', { type: 'rejoin', params: { takeOver: false } }, 'rememberTold'],
          on: { 'done.call.rejoin': { guard: 'isOwnCommand', target: '#call.joining', actions: 'rememberIce' } },
        },
        asking: {},
        'taking-over': {
          entry: [{ type: 'rejoin', params: { takeOver: true } }, 'rememberTold'],
          on: {
            // Asked before the press, which went further.
            'failed.call.rejoin': { guard: 'isOutdated' },
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
        'call.standing': backInTime,
        'failed.call.rejoin': { guard: 'isElsewhere', target: 'elsewhere.asking' },
        'call.moved': { guard: 'isThisCall', target: 'elsewhere.asking' },
        toggle: { actions: ['toggle', 'askForDevices'] },
        'hang-up': { target: 'idle', actions: ['leave', { type: 'end', params: { reason: 'hung-up' } }] },
      },
    },
    active: {
      invoke: [
        {
          id: 'media',
          src: 'media',
          input: ({ context }) => {
            const { interactionId, callId, early } = context;
            if (!callId) throw new Error('a call needs an id');
            const own = early.filter(event => event.callId === callId);
            return { interactionId, callId, desired: desiredMedia(context), early: own };
          },
        },
        { id: 'help', src: 'help', input: ({ context }) => helpInput(context) },
      ],
      entry: ['wantDevices', 'tellChanges'],
      // What was said early was for the media, which is started after the entry actions.
      exit: [
        'reportMeasures',
        assign({ remotes: [], health: null, fallback: nothingHeldBack, measures: null, early: [] }),
      ],
      always: { guard: 'isOver', target: 'idle', actions: ['rememberEnding', 'rememberFailedEnding', 'leave'] },
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
        'help.still': { actions: ['rememberStill', 'desire'] },
        'help.signalled': { guard: 'isThisCall', actions: sendTo('help', ({ event }) => event) },
        'call.moved': { guard: 'isThisCall', target: 'elsewhere.asking' },
        'failed.call.switch': { guard: 'isElsewhere', target: 'elsewhere.asking' },
        'failed.call.renew': { guard: 'isElsewhere', target: 'elsewhere.asking' },
        'failed.call.rejoin': { guard: 'isElsewhere', target: 'elsewhere.asking' },
        'remote.changed': { actions: 'rememberRemotes' },
        'media.health': { actions: 'rememberHealth' },
        'media.measured': [
          { guard: 'isDue', actions: ['rememberMeasures', 'reportMeasures'] },
          { actions: 'rememberMeasures' },
        ],
        'media.fallback': [
          {
            guard: 'isTooWeak',
            target: 'idle',
            actions: [
              'leave',
              { type: 'end', params: { reason: 'failed', cause: 'too-weak' } },
              { type: 'fail', params: { code: 'too-weak' } },
            ],
          },
          { actions: ['rememberFallback', ...reconcile] },
        ],
        toggle: [
          { guard: 'isHeldBack', actions: ['tryAgain', 'askForDevices', ...reconcile] },
          { actions: ['toggle', 'askForDevices', 'desire', 'tellChanges'] },
        ],
        hold: { actions: 'hold' },
        'change-kind': {
          guard: 'mayChangeKind',
          actions: ['wishForKind', 'askForDevices', 'desire', 'changeKind', 'tellChanges'],
        },
        'keep-kind': { guard: 'isAsked', actions: 'keepKind' },
        'done.call.change-kind': { actions: ['settleKind', ...reconcile] },
        'failed.call.change-kind': [
          { guard: 'isElsewhere', target: 'elsewhere.asking' },
          { actions: ['rememberKindFailure', ...reconcile] },
        ],
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
                { type: 'end', params: { reason: 'failed', cause: 'no-connection' } },
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
