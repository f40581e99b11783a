import { type EventObject, fromCallback } from 'xstate';
import type { MediaHandle } from './media-handle.ts';

export interface StillInput {
  /** What moves. It stays the devices' own. */
  readonly track: MediaHandle;
}

/** The picture as it is at this moment, as a track that shows it for as long as the port runs. */
export interface StillReport {
  readonly type: 'still.taken';
  readonly track: MediaHandle;
}

/** Port: holds a moving picture still. Stopped, it stops its own track. */
export const stillPort = fromCallback<EventObject, StillInput>(() => {});
