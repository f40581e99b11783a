import type { CallEnding } from '@eyeline/protocol';
import { allSources, legOf } from '@eyeline/protocol';
import { assign, enqueueActions, sendParent, sendTo, setup } from 'xstate';
import { asAwaited, canBeginAwaited, canJoinAwaited } from './call-awaited.ts';
import { type CallContext, type CallEvent, type CallInput, noCall } from './call-context.ts';
import { type CallFailure, callFailure } from './call-failure.ts';
import { followed, mayBecome, resumedWishes, settled, wishedForKind } from './call-kind.ts';
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
} from './call-state.ts';
import { devicesMachine } from './devices-machine.ts';
import { doctorPort } from './doctor.ts';
import { helpMachine } from './help-machine.ts';
import { mediaPort, nothingHeldBack } from './media.ts';
import { command } from './signaling.ts';

/** The ids that every command about this call carries. */
function aboutCall({ interactionId, callId, ids }: CallContext) {
  if (!callId) throw new Error('a call command needs a call');
  return { commandId: ids.commandId(), interactionId, callId };
}

const agreedTo = ({ consent }: CallContext) => (consent === null ? {} : { consent });

/** The call that there is in the log, unless this page has left it. */
const standing = ({ call, leftCallIds }: CallContext) => (call && !leftCallIds.includes(call.callId) ? call : null);

const wanted = (context: CallContext) => ({
  type: 'want' as const,
  sources: wantedSources(context),
  picture: context.picture,
  quality: context.escalation.quality,
});

/** What the call machine knows and does; when it does it stands in the chart. */
export const callSetup = setup({
  types: {
    context: {} as CallContext,
    events: {} as CallEvent,
    input: {} as CallInput,
    children: {} as { devices: 'devices'; doctor: 'doctor'; media: 'media'; help: 'help' },
  },
  actors: { devices: devicesMachine, doctor: doctorPort, media: mediaPort, help: helpMachine },
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
    canBeginAwaited: ({ context }) => canBeginAwaited(context),
    canJoinAwaited: ({ context }) => canJoinAwaited(context),
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
    isOutdated: ({ event }) => event.type === 'failed.call.rejoin' && !event.command.takeOver,
    mayChangeKind: ({ context, event }) => event.type === 'change-kind' && mayBecome(context, event.kind),
    /** A picture that is switched on, and not sent: pressed for, it is tried at once. */
    isHeldBack: ({ context: { fallback, wishes }, event }) =>
      event.type === 'toggle' && event.source !== 'microphone' && fallback.step === 'voice' && wishes[event.source],
    isTooWeak: ({ event }) => event.type === 'media.fallback' && event.step === 'chat',
    isDue: ({ event }) => event.type === 'media.measured' && event.isDue,
    isAsked: ({ context }) => ownCall(context)?.asked != null,
    isBackOnline: ({ context, event }) => event.type === 'call.standing' && event.online && !context.online,
  },
  actions: {
    follow: assign(({ context, event }) => {
      if (event.type !== 'call.standing') return {};
      const { type: _, ...now } = event;
      return followed(context, now);
    }),
    propose: sendParent(({ context }) =>
      command({
        ...{ type: 'call.propose', ...aboutCall(context), kind: context.kind, sources: sourcesNow(context) },
        ...agreedTo(context),
      }),
    ),
    /** A call that goes on already is joined. */
    accept: sendParent(({ context }) =>
      ownCall(context)?.state === 'active'
        ? command({ type: 'call.rejoin', ...aboutCall(context), sources: sourcesNow(context), takeOver: true })
        : command({
            ...{ type: 'call.accept', ...aboutCall(context), kind: context.kind, sources: sourcesNow(context) },
            ...agreedTo(context),
          }),
    ),
    /** A call that was handed over goes on until somebody ends it: nobody else would come into it. */
    decline: sendParent(({ context, event }) => {
      if (ownCall(context)?.state === 'active')
        return command({ type: 'call.end', ...aboutCall(context), reason: 'hung-up' });
      const { later, consent } = event.type === 'decline' ? event : {};
      return command({
        ...{ type: 'call.decline', ...aboutCall(context) },
        ...(later && { later }),
        ...(consent && { consent }),
      });
    }),
    rejoin: sendParent(({ context }, { takeOver }: { takeOver: boolean }) =>
      command({ type: 'call.rejoin', ...aboutCall(context), sources: sourcesNow(context), takeOver }),
    ),
    /** After a break: at which page this side is in the call, as it was. */
    claim: sendParent(({ context }) => command({ type: 'call.rejoin', ...aboutCall(context), takeOver: false })),
    end: sendParent(({ context }, { reason, cause }: { reason: CallEnding; cause?: CallFailure['code'] }) =>
      command({ type: 'call.end', ...aboutCall(context), reason, ...(cause && { cause }) }),
    ),
    hold: sendParent(({ context, event }) => {
      if (event.type !== 'hold') throw new Error('only a hold can be asked for');
      return command({ type: 'call.hold', ...aboutCall(context), held: event.held });
    }),
    /** What is shown less goes off at the press, what is shown more is opened. */
    wishForKind: assign(({ context, event }) =>
      event.type === 'change-kind'
        ? { wantedKind: event.kind, kindFailure: null, wishes: wishedForKind(context, event.kind, event.wishes) }
        : {},
    ),
    changeKind: sendParent(({ context, event }) => {
      if (event.type !== 'change-kind') throw new Error('only another kind can be asked for');
      const { kind, consent } = event;
      return command({ type: 'call.change-kind', ...aboutCall(context), kind, ...(consent && { consent }) });
    }),
    keepKind: sendParent(({ context }) => command({ type: 'call.keep-kind', ...aboutCall(context) })),
    /** The answer may have been heard of before the question was answered for. */
    settleKind: assign(({ context }) => (ownCall(context)?.asked ? {} : settled(context))),
    /** It stays as it is, and the reason is said. */
    rememberKindFailure: assign(({ context, event }) =>
      'error' in event ? { ...settled(context), kindFailure: event.error } : {},
    ),
    rememberLoss: assign(({ event }) => ('epoch' in event ? { lostEpoch: event.epoch } : {})),
    /** What carries nothing is begun anew. While the server cannot be asked there is nobody to do that with. */
    renew: enqueueActions(({ context, enqueue }) => {
      const call = ownCall(context);
      if (context.online && call?.epoch === context.lostEpoch)
        enqueue(sendParent(command({ type: 'call.renew', ...aboutCall(context), epoch: call.epoch })));
    }),
    desire: sendTo('media', ({ context }) => ({ type: 'media.desired', desired: desiredMedia(context) })),
    tellHelp: enqueueActions(({ context, enqueue }) => {
      const call = ownCall(context);
      if (call) enqueue.sendTo('help', { type: 'help.standing', call, tracks: context.tracks });
    }),
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
        consent: event.consent ?? null,
        failures: {},
      };
    }),
    getReady: assign(({ event }) => {
      if (event.type !== 'get-ready') return {};
      const { picture, wishes, consent } = event;
      return { ready: { picture, wishes, consent } };
    }),
    beginAwaited: assign(({ context }) => ({
      callId: context.ids.callId(),
      ...asAwaited(context, context.escalation.awaited ?? 'two-way'),
    })),
    joinAwaited: assign(({ context }) => asAwaited(context, context.kind)),
    /** The call in the log is the one that this page has to do with. */
    adopt: assign(({ context }) => {
      const call = standing(context);
      return call ? { callId: call.callId, kind: call.kind, failure: null, ending: null } : {};
    }),
    prepareAnswer: assign(({ context, event }) => {
      if (event.type !== 'accept') return {};
      const kind = event.kind ?? context.kind;
      const wishes = wishesFor(context, kind, event.wishes);
      const { picture, consent = null } = event;
      return { kind, picture, consent, failure: null, failures: {}, wishes };
    }),
    /** As the page before had it. */
    resumeWishes: assign(({ context }) => resumedWishes(context)),
    rememberTold: assign(({ context }) => ({ told: sourcesNow(context) })),
    rememberEarly: assign(({ context, event }) =>
      event.type === 'call.signalled' || event.type === 'media.produced'
        ? { early: [...context.early, event].slice(-200) }
        : {},
    ),
    rememberIce: assign(({ event }) => ('value' in event && 'iceServers' in event.value ? { ice: event.value } : {})),
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
    rememberStill: assign(({ event }) => (event.type === 'help.still' ? { still: event.still } : {})),
    rememberHealth: assign(({ event }) =>
      event.type === 'media.health' ? { health: { level: event.level, findings: event.findings } } : {},
    ),
    rememberMeasures: assign(({ event }) => (event.type === 'media.measured' ? { measures: event.measures } : {})),
    rememberFallback: assign(({ event }) =>
      event.type === 'media.fallback' ? { fallback: { step: event.step, cause: event.cause } } : {},
    ),
    tryAgain: enqueueActions(({ enqueue }) => {
      enqueue.assign({ fallback: nothingHeldBack });
      enqueue.sendTo('media', { type: 'media.try-again' });
    }),
    /** Said once, or never: the next one says all of it again. */
    reportMeasures: enqueueActions(({ context: { interactionId, callId, measures }, enqueue }) => {
      if (callId && measures) enqueue(sendParent(command({ type: 'call.report', interactionId, callId, measures })));
    }),
    reportCheck: sendParent(({ context: { interactionId, ids }, event }) => {
      if (event.type !== 'report-check') throw new Error('only findings are reported');
      const { durationMs, userAgent, checks } = event.findings;
      const findings = { durationMs, ...(userAgent && { userAgent }), checks: [...checks] };
      return command({ type: 'check.report', commandId: ids.commandId(), interactionId, findings });
    }),
    rememberRemotes: assign(({ event }) => (event.type === 'remote.changed' ? { remotes: event.remotes } : {})),
    rememberEnding: assign(({ context: { lastCall, callId } }) =>
      lastCall?.callId === callId && lastCall ? { ending: lastCall.ending } : {},
    ),
    /** The other side has found out that the call cannot go on, and why. */
    rememberFailedEnding: assign(({ context: { lastCall, callId } }) =>
      lastCall?.callId === callId && lastCall?.ending === 'failed'
        ? { failure: callFailure(lastCall.cause ?? 'connection-lost') }
        : {},
    ),
    leave: assign(({ context: { callId, leftCallIds } }) => (callId ? { leftCallIds: [...leftCallIds, callId] } : {})),
    forget: assign(noCall),
  },
});
