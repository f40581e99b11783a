import type {
  Call,
  CallEnding,
  CallId,
  CallKind,
  CallMeasures,
  Escalation,
  Failure,
  Ice,
  InteractionId,
  LastCall,
  ParticipantId,
  Role,
  Source,
  Sources,
  WireEvent,
} from '@eyeline/protocol';
import { noSources } from '@eyeline/protocol';
import type { CallFailure } from './call-failure.ts';
import type { DeviceFailure } from './device-failure.ts';
import type { DeviceFailures, DevicesOrder, DevicesReport, SourceEnded } from './devices.ts';
import type { DoctorFindings } from './doctor.ts';
import type { HelpReport } from './help-machine.ts';
import type { IdSource } from './identity.ts';
import {
  type CallHealth,
  type MediaEvent,
  type MediaFallback,
  type MediaReport,
  nothingHeldBack,
  type Remote,
} from './media.ts';
import { noTracks, type Picture, type SourceTracks } from './media-handle.ts';
import type { Done, Failed } from './outcome.ts';

/** How things stand, as the conversation knows it. */
export interface CallStanding {
  /** What the log says of a call. */
  readonly call: Call | null;
  readonly lastCall: LastCall | null;
  /** What this side may do about calls. */
  readonly escalation: Escalation;
  /** Whether the server can be asked. */
  readonly online: boolean;
  /** Whether the server reaches everybody in the call, this page too: else who is not heard may be away. */
  readonly reachable: boolean;
}

export interface CallInput {
  readonly interactionId: InteractionId;
  readonly participantId: ParticipantId;
  readonly role: Role;
  readonly ids: IdSource;
  readonly standing: CallStanding;
}

/** What the person has switched on. */
export type Wishes = Readonly<Record<Source, boolean>>;

export const noWishes: Wishes = { camera: false, microphone: false, screen: false };

export interface CallContext extends Omit<CallInput, 'standing'>, CallStanding {
  /** Of the call that this page is in, asks for or is asked to; null while there is none. */
  readonly callId: CallId | null;
  /** What is asked for or accepted here; the log has the last word. */
  readonly kind: CallKind;
  /** What was agreed to for it. */
  readonly consent: string | null;
  /** Of the calls that this page has left, which the log may not know yet. */
  readonly leftCallIds: readonly CallId[];
  readonly picture: Picture;
  /** With what a call that was asked for from the start begins; null while the person is not ready for it. */
  readonly ready: Omit<Ready, 'type'> | null;
  /** Of the calls that this page has begun or joined by itself: each once. */
  readonly begunAwaited: boolean;
  readonly wishes: Wishes;
  /** What this page wants the call to become, or has said yes to; null once that is answered. */
  readonly wantedKind: CallKind | null;
  /** Why it could not be asked for. */
  readonly kindFailure: Failure | null;
  /** What the others were told last of what this side shows. */
  readonly told: Sources;
  readonly tracks: SourceTracks;
  readonly failures: DeviceFailures;
  /** What is shown in the place of an own picture that is to stand still. */
  readonly still: HelpReport['still'];
  /** The browser is asking the person. */
  readonly isAsking: boolean;
  readonly ice: Ice;
  readonly remotes: readonly Remote[];
  /** Null before anything was received. */
  readonly health: CallHealth | null;
  /** What is held back of the own pictures. */
  readonly fallback: MediaFallback;
  /** What was measured of it so far. */
  readonly measures: CallMeasures | null;
  /** Which epoch carried nothing when media was heard of last. */
  readonly lostEpoch: number | null;
  /** What was said before our media was there to hear it. */
  readonly early: readonly MediaEvent[];
  /** Why there is no call now, until the next try. */
  readonly failure: DeviceFailure | CallFailure | Failure | null;
  /** How the last call ended; null before the first and during one. */
  readonly ending: CallEnding | 'declined' | 'later' | null;
}

/** The context while there is no call. */
export const noCall = {
  callId: null,
  consent: null,
  wishes: noWishes,
  wantedKind: null,
  kindFailure: null,
  told: noSources,
  tracks: noTracks,
  failures: {},
  still: null,
  isAsking: false,
  ice: { iceServers: [] },
  remotes: [],
  health: null,
  fallback: nothingHeldBack,
  measures: null,
  lostEpoch: null,
  early: [],
} satisfies Partial<CallContext>;

/** The person has looked and agreed, or does not want to: a call that was asked for may begin by itself. */
export interface Ready {
  readonly type: 'get-ready';
  readonly picture: Picture;
  readonly wishes?: Partial<Wishes> | undefined;
  /** What they read and agreed to. */
  readonly consent?: string | undefined;
}

/** What a person pressed. `consent`: what they read and agreed to, where `consentFor` says that there is something. */
export type CallIntent =
  | Ready
  /** `kind`: left out, the first that may be started. `wishes`: left out, what a call of that kind begins with. */
  | { type: 'start'; kind?: CallKind; picture: Picture; wishes?: Partial<Wishes>; consent?: string }
  /** `kind`: only `one-way` in place of `two-way`, where that may be answered. */
  | { type: 'accept'; kind?: CallKind; picture: Picture; wishes?: Partial<Wishes>; consent?: string }
  /** `consent`: what was read, and not agreed to. */
  | { type: 'decline'; later?: boolean; consent?: string }
  | { type: 'hang-up' }
  | { type: 'toggle'; source: Source }
  | { type: 'hold'; held: boolean }
  /** Shows less at once; for more the others are asked, or what they ask for is granted. `wishes`: as for `accept`. */
  | { type: 'change-kind'; kind: CallKind; wishes?: Partial<Wishes>; consent?: string }
  /** Says no to what the others ask for, or takes back what was asked for. */
  | { type: 'keep-kind' }
  /** The person has looked whether a call would work from here: that is kept with the interaction. */
  | { type: 'report-check'; findings: DoctorFindings }
  /** The call goes on in another page of the same person: it is to go on here. */
  | { type: 'continue-here' };

export type CallEvent =
  | CallIntent
  /** How things stand; told whenever one of it changes. */
  | ({ type: 'call.standing' } & CallStanding)
  | WireEvent<'call.moved' | 'help.signalled'>
  | MediaEvent
  | Done<'call.propose' | 'call.accept' | 'call.rejoin' | 'call.renew' | 'call.change-kind'>
  | Failed<'call.propose' | 'call.accept' | 'call.rejoin' | 'call.renew' | 'call.switch' | 'call.change-kind'>
  | Exclude<DevicesOrder, { type: 'want' }>
  | DevicesReport
  | SourceEnded
  | HelpReport
  | MediaReport;
