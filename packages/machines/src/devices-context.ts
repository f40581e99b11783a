import { defaultQuality, type Source } from '@eyeline/protocol';
import type {
  CaptureRequest,
  CaptureSetup,
  DeviceChoices,
  DeviceFailures,
  DeviceIds,
  DevicesReport,
  Permission,
} from './devices.ts';
import { type MediaHandle, noTracks } from './media-handle.ts';

/** An open device. */
export interface OpenSource {
  readonly track: MediaHandle;
  /** Nothing comes from it: it is taken by the system or another program. */
  readonly isMuted: boolean;
  /** How it was opened. */
  readonly setup: CaptureSetup;
}

export type OfSources<Of> = Readonly<Partial<Record<Source, Of>>>;

export interface DevicesContext {
  readonly wanted: readonly Source[];
  /** How they are wanted. */
  readonly setup: CaptureSetup;
  readonly open: OfSources<OpenSource>;
  /** Questions that the browser has not answered. What comes and is no longer wanted is stopped. */
  readonly requests: readonly CaptureRequest[];
  /** The question whose answer a source waits for. */
  readonly waiting: OfSources<string>;
  readonly failures: DeviceFailures;
  /** The page is put away: nothing is open until it is back. */
  readonly isAway: boolean;
  /** So that each question has an id of its own. */
  readonly asked: number;
  /** As far as the browser tells. */
  readonly permissions: OfSources<Permission>;
  readonly choices: DeviceChoices;
  /** What is open or, where nothing is, what would be. */
  readonly chosen: DeviceIds;
  readonly canFlip: boolean;
  /** Noise is not suppressed any more, since this browser did not get what it takes. */
  readonly isNoiseBack: boolean;
  readonly reported: DevicesReport;
}

const none: DeviceIds = { camera: null, microphone: null, speaker: null };

export const noReport: DevicesReport = { type: 'devices.changed', tracks: noTracks, failures: {}, isAsking: false };

export const closedDevices: DevicesContext = {
  wanted: [],
  setup: {
    picture: 'camera',
    quality: defaultQuality,
    preferred: none,
    facing: null,
    effects: { blur: false, noise: false },
  },
  open: {},
  requests: [],
  waiting: {},
  failures: {},
  isAway: false,
  asked: 0,
  permissions: {},
  choices: { camera: [], microphone: [], speaker: [] },
  chosen: none,
  canFlip: false,
  isNoiseBack: false,
  reported: noReport,
};

/** What of a setup decides whether an open device is the right one: all but the quality, which changes while it runs. */
export function isSetUpFor(source: Source, one: CaptureSetup, other: CaptureSetup): boolean {
  if (source === 'screen') return true;
  if (one.picture !== other.picture) return false;
  const isSameDevice = one.preferred[source] === other.preferred[source];
  if (source === 'microphone') return isSameDevice && one.effects.noise === other.effects.noise;
  return isSameDevice && one.facing === other.facing && one.effects.blur === other.effects.blur;
}

/** Whether an effect on this source is wanted, which what was opened like this does not have. */
export const lacksEffect = (source: Source, of: CaptureSetup, { effects }: CaptureSetup): boolean =>
  (source === 'camera' && effects.blur && !of.effects.blur) ||
  (source === 'microphone' && effects.noise && !of.effects.noise);
