import type { CallId, Ice, InteractionId, MediaPath, WireEvent } from '@eyeline/protocol';
import { type EventObject, fromCallback } from 'xstate';
import type { MediaHandle } from './media-handle.ts';

/** What the other side or the server tells the media of a call. */
export type MediaEvent = WireEvent<'call.signalled' | 'media.produced'>;

export interface MediaInput {
  readonly interactionId: InteractionId;
  readonly callId: CallId;
  readonly path: MediaPath;
  /** The one who makes the first description: who proposed the call. */
  readonly initiator: boolean;
  readonly stream: MediaHandle;
  readonly ice: Ice;
  /** What the other side said before this was there to hear it. */
  readonly early: readonly MediaEvent[];
}

/** What the media of a call reports. */
export type MediaReport =
  | { type: 'remote.changed'; stream: MediaHandle }
  | { type: 'remote.connected' }
  /** Nothing can be sent or received any more. `left`: the other side closed it. */
  | { type: 'remote.lost'; reason: 'left' | 'failed' };

/** Port: peer to peer or through the SFU. Stopping it closes the connection; the tracks are the devices' to stop. */
export const mediaPort = fromCallback<MediaEvent & EventObject, MediaInput>(() => {});
