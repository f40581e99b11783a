import type { MediaHandle } from '@eyeline/machines';

const streams = new WeakMap<MediaStreamTrack, MediaStream>();

/** What a video element plays of a stream or of a single track; the same stream for the same track. */
export function streamOf(media: MediaHandle | null | undefined): MediaStream | null {
  if (media instanceof MediaStream) return media;
  if (!(media instanceof MediaStreamTrack)) return null;
  const known = streams.get(media) ?? new MediaStream([media]);
  streams.set(media, known);
  return known;
}
