import type { Source } from '@eyeline/protocol';

/** A browser's MediaStream or MediaStreamTrack, of which the machines need to know only that it is one. */
export interface MediaHandle {
  readonly id: string;
}

/** A MediaStreamTrack for each source, or null. */
export type SourceTracks = Readonly<Record<Source, MediaHandle | null>>;

export const noTracks: SourceTracks = { camera: null, microphone: null, screen: null };

/** Where the picture comes from: the person's camera, or a moving test picture where there is no camera. */
export type Picture = 'camera' | 'test';
