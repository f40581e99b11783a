import type { DesiredMedia, MediaEvent } from '@eyeline/machines';
import type { CallId, InteractionId, ParticipantId, Source } from '@eyeline/protocol';
import type { Connection } from '../connection/connection.ts';

/** `failed`: it will not come back. `closed`: the other side has closed it. */
export type PathState = 'connecting' | 'connected' | 'interrupted' | 'failed' | 'closed';

/** A track of one of the others. */
export interface RemoteTrack {
  readonly participantId: ParticipantId;
  readonly source: Source;
  readonly track: MediaStreamTrack;
}

/** Between one epoch of a call's media and what carries it. */
export interface PathLink {
  readonly interactionId: InteractionId;
  readonly callId: CallId;
  /** As it is when the path is opened. */
  readonly desired: DesiredMedia;
  readonly connection: Connection;
  /** Tracks have come or gone, or the path has reached another state. */
  readonly onChange: () => void;
}

/** One epoch's connections: peer to peer, or with the SFU. It throws nothing at who uses it, whatever the other side does. */
export interface Path {
  /** What comes from the others, whether it is expected or not. */
  readonly tracks: readonly RemoteTrack[];
  readonly state: PathState;
  /** Sends what is desired, and no more; any number of times. The tracks that are sent are not its own. */
  follow(desired: DesiredMedia): void;
  /** Of this epoch. */
  take(event: MediaEvent): void;
  /** The browser's statistics (W3C webrtc-stats). */
  readStats(): Promise<readonly unknown[]>;
  close(): void;
}

/** What the chunk of a path exports. */
export type OpenPath = (link: PathLink) => Path;
