import type { CaptureReport, DeviceFailureCode, DeviceKind } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';

/** Of each source that was asked for either a track or a failure. */
export interface Captured {
  readonly tracks: Readonly<Partial<Record<Source, MediaStreamTrack>>>;
  readonly failures: Readonly<Partial<Record<Source, DeviceFailureCode>>>;
}

/** Told on a track with an effect when that cannot go on. */
export const effectEnded = 'effectended';

export const failedWith = (sources: readonly Source[], code: DeviceFailureCode): Captured => ({
  tracks: {},
  failures: Object.fromEntries(sources.map(source => [source, code])),
});

/** What a stream of the browser holds of what was asked for. */
export function capturedOf(stream: MediaStream, sources: readonly Source[]): Captured {
  const tracks: Partial<Record<Source, MediaStreamTrack>> = {};
  const failures: Partial<Record<Source, DeviceFailureCode>> = {};
  for (const source of sources) {
    const [track] = source === 'microphone' ? stream.getAudioTracks() : stream.getVideoTracks();
    if (track) tracks[source] = track;
    else failures[source] = 'no-device';
  }
  return { tracks, failures };
}

export const bothOf = (one: Captured, other: Captured): Captured => ({
  tracks: { ...one.tracks, ...other.tracks },
  failures: { ...one.failures, ...other.failures },
});

export function stopAll({ tracks }: Captured): void {
  for (const track of Object.values(tracks)) track.stop();
}

export function reportOf(requestId: string, { tracks, failures }: Captured): CaptureReport {
  const deviceIds: Partial<Record<DeviceKind, string>> = {};
  for (const kind of ['camera', 'microphone'] as const) {
    const deviceId = tracks[kind]?.getSettings().deviceId;
    if (deviceId) deviceIds[kind] = deviceId;
  }
  return { type: 'devices.captured', requestId, tracks, failures, deviceIds };
}
