import type { StillInput, StillReport } from '@eyeline/machines';
import { type EventObject, fromCallback } from 'xstate';
import { trackBehind } from '../devices/track-behind.ts';

/**
 * So often the same picture is sent again, in ms: who comes later gets it too, and what watches over a connection sees that it
 * carries pictures.
 */
const everyMs = 400;

/** Fills the machines' `still` port: the same picture again and again. */
export const still = fromCallback<EventObject, StillInput>(({ input, sendBack }) => {
  let isOver = false;
  let end = () => {};
  const hold = async () => {
    const { frameOf } = await import('./frame-of.ts');
    const frame = await frameOf(trackBehind(input.track));
    const canvas = Object.assign(document.createElement('canvas'), { width: frame.width, height: frame.height });
    const brush = canvas.getContext('2d', { alpha: false });
    const [track] = canvas.captureStream().getVideoTracks();
    if (isOver || !brush || !track) return track?.stop();
    const paint = () => brush.drawImage(frame, 0, 0);
    paint();
    const painting = setInterval(paint, everyMs);
    end = () => {
      clearInterval(painting);
      track.stop();
    };
    sendBack({ type: 'still.taken', track } satisfies StillReport);
  };
  // Without a picture there is nothing to hold still; what moves goes on.
  hold().catch(() => {});
  return () => {
    isOver = true;
    end();
  };
});
