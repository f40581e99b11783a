import type { Capture, MediaHandle } from '@eyeline/machines';
import { fromPromise } from 'xstate';
import { captureCamera } from './capture-camera.ts';

export const stopTracks = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

/** Fills the machines' `capture` port. `name` is written in the test picture. */
export const captureAs = (name: string) =>
  fromPromise<MediaHandle, Capture>(async ({ input, signal }) => {
    // Nothing may be awaited before this line: the browser's question must belong to the click.
    const stream = await (input.picture === 'test' ? loadTestPicture(name) : captureCamera());
    // Nobody waits for it any more, or will not in a moment: the camera's light must go out.
    if (signal.aborted) stopTracks(stream);
    else signal.addEventListener('abort', () => stopTracks(stream));
    return stream;
  });

/** Only a page that has no camera loads it. */
const loadTestPicture = async (name: string): Promise<MediaStream> =>
  (await import('./capture-test-picture.ts')).captureTestPicture(name);
