import type { Quality, Source } from '@eyeline/protocol';
import type { DeviceFailure, DeviceFailureCode } from './device-failure.ts';
import type { MediaHandle, Picture, SourceTracks } from './media-handle.ts';

/** A device of a kind, as the browser lists it. Labels are empty before there was permission. */
export interface DeviceChoice {
  readonly deviceId: string;
  readonly label: string;
}

export type DeviceKind = 'camera' | 'microphone' | 'speaker';

export type DeviceChoices = Readonly<Record<DeviceKind, readonly DeviceChoice[]>>;

/** A device of each kind by its id; null: the browser's own choice. */
export type DeviceIds = Readonly<Record<DeviceKind, string | null>>;

/** The two cameras of a telephone. */
export type Facing = 'user' | 'environment';

/** What the browser remembers of a person's answer: `prompt` where it would ask. */
export type Permission = 'granted' | 'denied' | 'prompt';

export type DeviceFailures = Readonly<Partial<Record<Source, DeviceFailure>>>;

/** What is done to picture and sound before they leave the page. */
export interface DeviceEffects {
  /** The background of the camera's picture is blurred. */
  readonly blur: boolean;
  /** Noise is taken out of the microphone's sound. */
  readonly noise: boolean;
}

/** What the devices are to do. */
export type DevicesOrder =
  /**
   * Exactly these are to be open. What is not wanted is closed at once: the camera's light is the truth. What is wanted and
   * not open is asked for in the same task, so that the browser's question belongs to the press that caused it.
   *
   * `pressed`: a person has just pressed for it, so that the browser may ask them, also for what failed before. Without it
   * only what the browser gives without a question is opened; the rest fails with `press-needed`.
   */
  | { type: 'want'; sources: readonly Source[]; picture: Picture; quality?: Quality; pressed?: boolean }
  /** Another device of a kind, from a press. The one before stays open until it is there. */
  | { type: 'choose'; kind: DeviceKind; deviceId: string }
  /** To the other camera of a telephone: front or back. */
  | { type: 'flip' }
  /** Nothing without the effect leaves the page from the order on. */
  | ({ type: 'effect' } & DeviceEffects);

/** What the devices tell the call, each time that one of it changes. */
export interface DevicesReport {
  readonly type: 'devices.changed';
  readonly tracks: SourceTracks;
  /** Why something that is wanted is not open. Healed by itself: when permission, the device or its cable is back. */
  readonly failures: DeviceFailures;
  /** The browser is asking the person now. */
  readonly isAsking: boolean;
}

/**
 * The screen is shown no longer, or not at all: it is not wanted any more. Without a failure the person ended it outside our
 * page, with the browser's own "Stop sharing", or chose nothing to show.
 */
export interface SourceEnded {
  readonly type: 'devices.ended';
  readonly source: Source;
  readonly failure: DeviceFailure | null;
}

/** How a source is to be opened. */
export interface CaptureSetup {
  readonly picture: Picture;
  readonly quality: Quality;
  readonly preferred: DeviceIds;
  /** Goes before `preferred.camera`; null where nobody has flipped. */
  readonly facing: Facing | null;
  readonly effects: DeviceEffects;
}

/** One question to the browser. */
export interface CaptureRequest extends CaptureSetup {
  readonly id: string;
  readonly sources: readonly Source[];
  /** Only what the browser gives without asking the person. */
  readonly quietly: boolean;
}

/** Its answer: of each source either a track or a failure. */
export interface CaptureReport {
  readonly type: 'devices.captured';
  readonly requestId: string;
  readonly tracks: Readonly<Partial<Record<Source, MediaHandle>>>;
  readonly failures: Readonly<Partial<Record<Source, DeviceFailureCode>>>;
  /** Which devices the browser has opened. */
  readonly deviceIds: Readonly<Partial<Record<DeviceKind, string>>>;
}

/** What the devices tell what is around them. */
export type HardwareOrder =
  /** The track is open from now on; it is watched. */
  | { type: 'hold'; source: Source; track: MediaHandle }
  /** It is stopped. */
  | { type: 'drop'; track: MediaHandle }
  | { type: 'shape'; track: MediaHandle; quality: Quality }
  /** The person's choice, for the next time. */
  | { type: 'remember'; preferred: DeviceIds; effects: DeviceEffects };

/** What is heard of what is around. */
export type HardwareReport =
  | { type: 'track.lost'; trackId: string; code: DeviceFailureCode }
  /** It gives nothing: another program or the system has taken it. It may come back. */
  | { type: 'track.muted'; trackId: string }
  | { type: 'track.unmuted'; trackId: string }
  /**
   * This browser is too slow for an effect, or did not get it. Without the blur no picture is shown before a person says so; the
   * sound goes on.
   */
  | { type: 'effect.ended'; effect: keyof DeviceEffects }
  | { type: 'devices.listed'; choices: DeviceChoices; canFlip: boolean }
  | { type: 'devices.permission'; source: Source; permission: Permission }
  | { type: 'devices.remembered'; preferred: DeviceIds; effects: DeviceEffects }
  /** Permission, a device or the page came back: what failed may be there now. */
  | { type: 'devices.retry' }
  | { type: 'page.left' }
  | { type: 'page.back' };
