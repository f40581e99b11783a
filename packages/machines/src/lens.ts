import { type Call, type Lens, type LensSetting, legOf, type ParticipantId, readHelpSignal } from '@eyeline/protocol';
import { type EventObject, fromCallback } from 'xstate';
import type { MediaHandle } from './media-handle.ts';

export interface LensInput {
  /** The camera's own. */
  readonly track: MediaHandle;
}

export interface LensOrder {
  readonly type: 'lens.set';
  readonly setting: LensSetting;
}

/** How the lens of the own camera is now; null: nothing can be set at it. */
export interface LensReport {
  readonly type: 'lens.changed';
  readonly lens: Lens | null;
}

/** Port: light and zoom of a camera that has them. */
export const lensPort = fromCallback<LensOrder & EventObject, LensInput>(() => {});

/** Somebody's camera in a call that can be set from here. */
export interface OfferedLens {
  readonly participantId: ParticipantId;
  readonly lens: Lens;
}

/** What is known of lenses in the beginning. */
export const noLens = { lens: null, lensTrack: null, lensSetBy: null, lenses: [] };

/** In so many presses from the widest to the closest. */
const presses = 6;

/** One press closer (`1`) or wider (`-1`); null where it is as far as it goes. */
export function zoomed({ zoom }: Lens, direction: 1 | -1): number | null {
  if (!zoom || zoom.max <= zoom.min) return null;
  const press = Math.max(zoom.step, (zoom.max - zoom.min) / presses);
  const to = Math.min(zoom.max, Math.max(zoom.min, zoom.at + direction * press));
  return to === zoom.at ? null : to;
}

interface InCall {
  readonly call: Call;
}

/** Does this participant show a camera now? */
const isShown = ({ call }: InCall, participantId: ParticipantId): boolean =>
  legOf(call, participantId)?.sources.camera === 'on';

/** Those that can still be set: a picture that is gone takes its lens with it. */
export const lensesLeft = (lenses: readonly OfferedLens[], input: InCall): readonly OfferedLens[] =>
  lenses.filter(one => isShown(input, one.participantId));

/** What an agent wants of the own camera; null where the signal is none of that. */
export function lensAskedIn(
  { call, participantId }: InCall & { readonly participantId: ParticipantId },
  by: ParticipantId,
  signal: unknown,
): LensSetting | null {
  const read = readHelpSignal(signal);
  if (read?.type !== 'lens-asked' || legOf(call, by)?.role !== 'agent') return null;
  const { picture, setting } = read;
  return picture.participantId === participantId && picture.source === 'camera' ? setting : null;
}

/** What can be set at the camera of the one who says so. */
export function lensOfferedIn(by: ParticipantId, signal: unknown): { readonly lens: Lens | null } | null {
  const read = readHelpSignal(signal);
  const isTheirs = read?.type === 'lens-offered' && read.picture.participantId === by;
  return isTheirs && read.picture.source === 'camera' ? { lens: read.lens } : null;
}
