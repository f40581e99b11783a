import {
  allSources,
  type CallKind,
  kindAllows,
  type Leg,
  legOf,
  maySend,
  receives,
  type Source,
  type SourceState,
  type Sources,
} from '@eyeline/protocol';
import type { CallContext, Wishes } from './call-context.ts';
import type { DeviceFailureCode } from './device-failure.ts';
import type { HelpInput } from './help-machine.ts';
import type { DesiredMedia } from './media.ts';
import { boundedBy } from './media-fallback.ts';
import { noTracks, type SourceTracks } from './media-handle.ts';

/** The person, the browser or the page around says no; of all others there is no device that works. */
const refusals: readonly DeviceFailureCode[] = ['denied', 'dismissed', 'insecure', 'policy-blocked'];

/** What is switched on when a call of this kind begins. */
export function wishesFor({ role, escalation }: CallContext, kind: CallKind, wishes: Partial<Wishes> = {}): Wishes {
  const allowed = kindAllows(kind, role);
  const ownCamera = role === 'customer' || (kind === 'two-way' && escalation.camera);
  return {
    camera: allowed.includes('camera') && (wishes.camera ?? ownCamera),
    microphone: allowed.includes('microphone') && (wishes.microphone ?? true),
    screen: false,
  };
}

/** What was on, or was to be, when an earlier page was in the call. A screen is shared anew by a press alone. */
export const wishesOf = ({ sources: { camera, microphone } }: Leg): Wishes => ({
  camera: camera !== 'off',
  microphone: microphone !== 'off',
  screen: false,
});

/** The call as the log tells it, as far as this page is in it. */
export const ownCall = ({ call, callId }: CallContext) => (call !== null && call.callId === callId ? call : null);

export const ownLeg = (context: CallContext): Leg | undefined => {
  const call = ownCall(context);
  return call ? legOf(call, context.participantId) : undefined;
};

/** What may be sent now: before the log knows of us, what a call of this kind allows. */
const allowedNow = (context: CallContext): readonly Source[] => {
  const call = ownCall(context);
  return call?.state === 'active' && ownLeg(context)
    ? maySend(call, context.participantId)
    : kindAllows(context.kind, context.role);
};

/** The connection is too weak for a picture: the sound goes alone. */
const isHeldBack = ({ fallback }: CallContext, source: Source): boolean =>
  fallback.step === 'voice' && source !== 'microphone';

/** What is to be sent: wanted, and allowed. */
const sentSources = (context: CallContext): readonly Source[] =>
  allowedNow(context).filter(source => context.wishes[source] && !isHeldBack(context, source));

/** What is to be open: also what is sent as soon as the others say yes, for the browser asks at the press alone. */
export function wantedSources(context: CallContext): readonly Source[] {
  const allowed = allowedNow(context);
  const soon = context.wantedKind && allowed.length > 0 ? kindAllows(context.wantedKind, context.role) : [];
  const wanted = allSources.filter(
    source => context.wishes[source] && (allowed.includes(source) || soon.includes(source)),
  );
  // A screen that was closed could not be shown again without a press.
  return wanted.filter(source => source === 'screen' || !isHeldBack(context, source));
}

/**
 * What the others are told that this side shows. What is just being opened stays as they were told last: the log may be behind,
 * and to follow it there would be to answer one's own words, for ever.
 */
export function sourcesNow(context: CallContext): Sources {
  const { wishes, tracks, failures, told } = context;
  const possible = kindAllows(ownCall(context)?.kind ?? context.kind, context.role);
  const allowed = allowedNow(context);
  const stateOf = (source: Source): SourceState => {
    if (!wishes[source] || !possible.includes(source)) return 'off';
    const failure = failures[source];
    // Without the blur the person does not want to be seen.
    if (failure?.code === 'effect-failed') return 'off';
    if (failure) return refusals.includes(failure.code) ? 'refused' : 'missing';
    if (isHeldBack(context, source)) return 'weak';
    return tracks[source] || !allowed.includes(source) ? 'on' : told[source];
  };
  return { camera: stateOf('camera'), microphone: stateOf('microphone'), screen: stateOf('screen') };
}

/** Whether the devices have done what they could, with something to show for it where something was wanted. */
export const isPrepared = (context: CallContext): boolean => {
  const wanted = wantedSources(context);
  return !context.isAsking && (wanted.length === 0 || wanted.some(source => context.tracks[source]));
};

/** Nothing of what was wanted could be opened. */
export const isRefused = (context: CallContext): boolean => {
  const wanted = wantedSources(context);
  return !context.isAsking && wanted.length > 0 && wanted.every(source => context.failures[source]);
};

/** Nobody else is in the call: it is being handed over. */
export const isAlone = (context: CallContext): boolean => (ownCall(context)?.legs.length ?? 0) < 2;

/** What this side shows: in the place of a picture that is to stand still the one that does. */
export const shownTracks = ({ tracks, still }: Pick<CallContext, 'tracks' | 'still'>): SourceTracks =>
  still ? { ...tracks, [still.source]: tracks[still.source] && still.track } : tracks;

/** What media is to be, as the log and the devices say; null while nobody else is in the call. */
export function desiredMedia(context: CallContext): DesiredMedia | null {
  const { participantId, ice, escalation } = context;
  const tracks = shownTracks(context);
  const call = ownCall(context);
  if (!call || isAlone(context)) return null;
  const sent = sentSources(context);
  const send = Object.fromEntries(allSources.map(source => [source, sent.includes(source) ? tracks[source] : null]));
  return {
    epoch: call.epoch,
    path: call.media,
    initiator: call.legs[0]?.participantId === participantId,
    ice,
    quality: boundedBy(escalation.quality, context.fallback.step),
    shows: allowedNow(context).some(source => source !== 'microphone' && context.wishes[source]),
    reachable: context.reachable,
    send: { ...noTracks, ...send },
    receive: call.legs
      .filter(leg => leg.participantId !== participantId)
      .map(leg => ({
        participantId: leg.participantId,
        sources: receives(call, participantId, leg.participantId),
        ...(call.frozen?.picture.participantId === leg.participantId && { still: call.frozen.picture.source }),
      })),
  };
}

/** How what people show each other in a call begins. */
export function helpInput(context: CallContext): HelpInput {
  const { interactionId, participantId, ids, tracks } = context;
  const call = ownCall(context);
  if (!call) throw new Error('there is no call');
  return { interactionId, participantId, ids, call, tracks };
}
