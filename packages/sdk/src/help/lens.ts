import type { LensInput, LensOrder, LensReport } from '@eyeline/machines';
import type { Lens, LensSetting } from '@eyeline/protocol';
import { type EventObject, fromCallback } from 'xstate';
import { trackBehind } from '../devices/track-behind.ts';

interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}
/** What browsers with a camera's light know, and the types of the others do not. */
type LensCapabilities = MediaTrackCapabilities & {
  readonly torch?: boolean | readonly boolean[];
  readonly zoom?: Range;
};
type LensSettings = MediaTrackSettings & { readonly torch?: boolean; readonly zoom?: number };
type LensConstraint = MediaTrackConstraintSet & { torch?: boolean; zoom?: number };

/** What can be set at this camera; null: nothing. */
function lensOf(track: MediaStreamTrack): Lens | null {
  // Firefox has no capabilities, and neither has a picture that an effect has made.
  const { torch = false, zoom }: LensCapabilities = track.getCapabilities?.() ?? {};
  const { torch: isLit = false, zoom: at }: LensSettings = track.getSettings();
  const hasLight = typeof torch === 'boolean' ? torch : torch.includes(true);
  const hasZoom = zoom !== undefined && zoom.max > zoom.min;
  if (!hasLight && !hasZoom) return null;
  return {
    light: hasLight ? isLit : null,
    zoom: hasZoom ? { min: zoom.min, max: zoom.max, step: zoom.step || 0, at: at ?? zoom.min } : null,
  };
}

/** What of a setting this lens has, as a browser wants it. */
function constraintsFor({ light, zoom }: LensSetting, lens: Lens): LensConstraint[] {
  return [
    ...(light !== undefined && lens.light !== null ? [{ torch: light }] : []),
    ...(zoom !== undefined && lens.zoom ? [{ zoom: Math.min(lens.zoom.max, Math.max(lens.zoom.min, zoom)) }] : []),
  ];
}

/** Fills the machines' `lens` port. */
export const lens = fromCallback<LensOrder & EventObject, LensInput>(({ input, receive, sendBack }) => {
  const track = trackBehind(input.track);
  let set: LensConstraint = {};
  let isOver = false;
  // Of a camera at which nothing can be set nobody needs to hear.
  const report = () => {
    const now = lensOf(track);
    if (now && !isOver) sendBack({ type: 'lens.changed', lens: now } satisfies LensReport);
  };
  receive(({ setting }) => {
    const now = lensOf(track);
    const wanted = now ? constraintsFor(setting, now) : [];
    if (wanted.length === 0) return report();
    // What is not said again would be taken back.
    set = Object.assign({}, set, ...wanted);
    const { advanced: _, ...shape } = track.getConstraints();
    track.applyConstraints({ ...shape, advanced: [set] }).then(report, report);
  });
  report();
  return () => {
    isOver = true;
  };
});
