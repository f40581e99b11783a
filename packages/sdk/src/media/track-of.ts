import type { DesiredMedia } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';

/** What is to be sent of a source: the devices' own track. One that has ended sends nothing. */
export function trackOf({ send }: DesiredMedia, source: Source): MediaStreamTrack | null {
  const handle = send[source];
  if (!handle) return null;
  if (!(handle instanceof MediaStreamTrack)) throw new Error('not a MediaStreamTrack');
  // A screen is for reading: its letters stay sharp where there is not enough for all of it.
  if (source === 'screen' && handle.contentHint === '') handle.contentHint = 'detail';
  return handle.readyState === 'ended' ? null : handle;
}
