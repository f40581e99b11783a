import type {
  CallId,
  CallMeasures,
  Ice,
  InteractionId,
  MediaPath,
  ParticipantId,
  Quality,
  Source,
  WireEvent,
} from '@eyeline/protocol';
import { type EventObject, fromCallback } from 'xstate';
import type { Fallback } from './media-fallback.ts';
import type { MediaHandle, SourceTracks } from './media-handle.ts';
import type { MediaHealth } from './media-health.ts';

/** What the other side or the server tells the media of a call. */
export type MediaEvent = WireEvent<'call.signalled' | 'media.produced'>;

/** What is to come from one of the others, and nothing else of them is shown. */
export interface Expected {
  readonly participantId: ParticipantId;
  readonly sources: readonly Source[];
  /** Which of them stands still because somebody wants it to; left out: none. */
  readonly still?: Source;
}

/**
 * What media is to be. Told anew whenever it changes, and followed from any starting point. Another `epoch` is a connection of
 * its own, made beside the one before, which goes when the new one has shown that it carries media.
 */
export interface DesiredMedia {
  readonly epoch: number;
  readonly path: MediaPath;
  /** Peer to peer: makes the first description. */
  readonly initiator: boolean;
  readonly ice: Ice;
  readonly quality: Quality;
  /** Whether a picture is switched on, be it held back or not. */
  readonly shows: boolean;
  /** Whether everybody in the call has a line to the server: what does not come through is then not for their being away. */
  readonly reachable: boolean;
  /** What is sent now; null: nothing of that source. The tracks stay the devices' own. */
  readonly send: SourceTracks;
  readonly receive: readonly Expected[];
}

export interface MediaInput {
  readonly interactionId: InteractionId;
  readonly callId: CallId;
  readonly desired: DesiredMedia | null;
  /** What was said before this was there to hear it, of any epoch. */
  readonly early: readonly MediaEvent[];
}

/** `desired: null`: nobody else is there; everything is closed until somebody comes. */
export type MediaOrder =
  | { type: 'media.desired'; desired: DesiredMedia | null }
  /** A person does not want to wait until pictures that are held back are tried again. */
  | { type: 'media.try-again' }
  | MediaEvent;

/** How much is sent of the own pictures, and why not all of it. */
export type MediaFallback = Pick<Fallback, 'step' | 'cause'>;

export const nothingHeldBack: MediaFallback = { step: 'full', cause: null };

/** What is there of one of the others: only what is expected of them. */
export interface Remote {
  readonly participantId: ParticipantId;
  /** A stream with camera and microphone, as far as they are expected. */
  readonly person: MediaHandle | null;
  readonly screen: MediaHandle | null;
}

/** How good the media of a call is, and what is wrong with it. */
export type CallHealth = Pick<MediaHealth, 'level' | 'findings'>;

/** What the media of a call reports. */
export type MediaReport =
  | { type: 'remote.changed'; remotes: readonly Remote[] }
  /** This epoch carries what is expected: a decoded frame, where no picture is expected a packet, where nothing is: connected. */
  | { type: 'path.live'; epoch: number }
  /** This epoch carries nothing that is expected, or could not begin. It goes on trying until another epoch is desired. */
  | { type: 'path.lost'; epoch: number }
  /** How good what is received is; told whenever that is another. */
  | ({ type: 'media.health' } & CallHealth)
  /** How much is to be sent; told whenever that is another. */
  | ({ type: 'media.fallback' } & MediaFallback)
  /** What was measured so far, every few seconds. `isDue`: it is to be said to the server, once a minute. */
  | { type: 'media.measured'; measures: CallMeasures; isDue: boolean };

/** Port: peer to peer or through the SFU. Stopping it closes the connections; the tracks are the devices' to stop. */
export const mediaPort = fromCallback<MediaOrder & EventObject, MediaInput>(() => {});
