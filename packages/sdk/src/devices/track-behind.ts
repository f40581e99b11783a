import type { MediaHandle } from '@eyeline/machines';

const isTrack = (handle: MediaHandle): handle is MediaStreamTrack => 'readyState' in handle;

/** The browser's own track behind a handle. */
export function trackBehind(handle: MediaHandle): MediaStreamTrack {
  if (!isTrack(handle)) throw new Error('not a MediaStreamTrack');
  return handle;
}
