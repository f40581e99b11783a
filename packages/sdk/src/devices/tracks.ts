import type { MediaHandle } from '@eyeline/machines';

/** The browser's own stream or track behind a handle. */
export function streamOf(handle: MediaHandle): MediaStream {
  if (!(handle instanceof MediaStream)) throw new Error('not a MediaStream');
  return handle;
}

const isTrack = (handle: MediaHandle): handle is MediaStreamTrack => 'readyState' in handle;

export function trackOf(handle: MediaHandle): MediaStreamTrack {
  if (!isTrack(handle)) throw new Error('not a MediaStreamTrack');
  return handle;
}
