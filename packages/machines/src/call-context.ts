import type {
  Call,
  CallEnding,
  CallId,
  Failure,
  Ice,
  InteractionId,
  MediaPath,
  ParticipantId,
  WireEvent,
} from '@eyeline/protocol';
import type { CallFailure } from './call-failure.ts';
import type { DeviceFailure } from './device-failure.ts';
import type { DevicesReport } from './devices-machine.ts';
import type { IdSource } from './identity.ts';
import type { MediaEvent, MediaReport } from './media.ts';
import type { Capture, MediaHandle } from './media-handle.ts';
import type { Done, Failed } from './outcome.ts';

export interface CallInput {
  readonly interactionId: InteractionId;
  readonly participantId: ParticipantId;
  readonly ids: IdSource;
}

export interface CallContext extends CallInput {
  readonly callId: CallId | null;
  readonly path: MediaPath;
  readonly initiator: boolean;
  readonly ice: Ice;
  readonly local: MediaHandle | null;
  readonly remote: MediaHandle | null;
  readonly camera: boolean;
  readonly microphone: boolean;
  /** What the other side said before our media was there to hear it. */
  readonly early: readonly MediaEvent[];
  /** Why there is no call now, until the next try. */
  readonly failure: DeviceFailure | CallFailure | Failure | null;
  /** How the last call ended; null before the first and during one. */
  readonly ending: CallEnding | 'declined' | null;
}

/** The context while there is no call. */
export const noCall = {
  callId: null,
  initiator: false,
  ice: { iceServers: [] },
  local: null,
  remote: null,
  early: [],
} satisfies Partial<CallContext>;

/** What a person pressed. */
export type CallIntent =
  | ({ type: 'start-video' } & Capture)
  | ({ type: 'accept' } & Capture)
  | { type: 'decline' }
  | { type: 'hang-up' }
  | { type: 'toggle.camera' }
  | { type: 'toggle.microphone' };

export type CallEvent =
  | CallIntent
  | WireEvent<'call.proposed' | 'call.accepted' | 'call.declined' | 'call.ended' | 'interaction.closed'>
  | MediaEvent
  | Done<'call.propose' | 'call.accept'>
  | Failed<'call.propose' | 'call.accept'>
  | DevicesReport
  | MediaReport
  /** What the log said of a call when this page was opened. */
  | { type: 'call.found'; call: Call };
