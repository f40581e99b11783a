import type { MediaHandle, TrackSwitch } from '@eyeline/machines';
import { type EventObject, fromCallback } from 'xstate';
import { stopTracks } from './capture.ts';

/** A handle from `capture` is the browser's own stream. */
export function streamOf(handle: MediaHandle): MediaStream {
  if (!(handle instanceof MediaStream)) throw new Error('not a MediaStream');
  return handle;
}

/** Fills the machines' `tracks` port: switches tracks, and stops them all at the end, whatever ended it. */
export const tracks = fromCallback<TrackSwitch & EventObject, { stream: MediaHandle }>(({ input, receive }) => {
  const stream = streamOf(input.stream);
  receive(({ source, on }) => {
    const switched = source === 'camera' ? stream.getVideoTracks() : stream.getAudioTracks();
    for (const track of switched) track.enabled = on;
  });
  return () => stopTracks(stream);
});
