import type { Source } from '@eyeline/protocol';
import type { DeviceFailure } from './device-failure.ts';
import type { Picture, SourceTracks } from './media-handle.ts';

/** A device of a kind, as the browser lists it. Labels are empty before there was permission. */
export interface DeviceChoice {
  readonly deviceId: string;
  readonly label: string;
}

export type DeviceKind = 'camera' | 'microphone' | 'speaker';

export type DeviceFailures = Readonly<Partial<Record<Source, DeviceFailure>>>;

/** What the devices are to do. */
export type DevicesOrder =
  /**
   * Exactly these are to be open. What is not wanted is closed at once: the camera's light is the truth. What is wanted and
   * not open is asked for in the same task, so that the browser's question belongs to the press that caused it.
   */
  | { type: 'want'; sources: readonly Source[]; picture: Picture }
  | { type: 'choose'; kind: DeviceKind; deviceId: string }
  /** To the other camera of a telephone: front or back. */
  | { type: 'flip' };

/** What the devices tell the call, each time that one of it changes. */
export interface DevicesReport {
  readonly type: 'devices.changed';
  readonly tracks: SourceTracks;
  /** Why something that is wanted is not open. Healed by itself: when permission, the device or its cable is back. */
  readonly failures: DeviceFailures;
  /** The browser is asking the person now. */
  readonly isAsking: boolean;
}

/** The person ended it outside our page, with the browser's own "Stop sharing". */
export interface SourceEnded {
  readonly type: 'devices.ended';
  readonly source: Source;
}
