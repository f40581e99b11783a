import { allSources, type Source } from '@eyeline/protocol';
import { deviceFailure } from './device-failure.ts';
import type { DeviceFailures, DevicesReport, SourceEnded } from './devices.ts';
import { type DevicesContext, lacksEffect } from './devices-context.ts';
import type { MediaHandle } from './media-handle.ts';

/** The track that may leave the page: none that gives nothing, and none without the effect that is wanted. */
function trackOf({ open, setup }: DevicesContext, source: Source): MediaHandle | null {
  const at = open[source];
  return !at || at.isMuted || lacksEffect(source, at.setup, setup) ? null : at.track;
}

/** What the call is told of the devices. Of a screen that is not shown it is told once, as of an end. */
export function reportOf(context: DevicesContext): DevicesReport {
  const { open, failures, waiting, requests } = context;
  const asks = (source: Source) =>
    !open[source] && requests.some(({ id, quietly }) => !quietly && id === waiting[source]);
  const shown: DeviceFailures = Object.fromEntries(
    allSources.flatMap(source => {
      if (source === 'screen' || asks(source)) return [];
      const failure = open[source]?.isMuted ? deviceFailure('ended', source) : failures[source];
      return failure ? [[source, failure]] : [];
    }),
  );
  return {
    type: 'devices.changed',
    tracks: {
      camera: trackOf(context, 'camera'),
      microphone: trackOf(context, 'microphone'),
      screen: trackOf(context, 'screen'),
    },
    failures: shown,
    isAsking: allSources.some(asks),
  };
}

export const isSameReport = (one: DevicesReport, other: DevicesReport): boolean =>
  one.isAsking === other.isAsking &&
  allSources.every(
    source =>
      one.tracks[source] === other.tracks[source] && one.failures[source]?.code === other.failures[source]?.code,
  );

/** The screen has just stopped being shown, or is not shown at all. */
export function screenEnded(before: DevicesContext, after: DevicesContext): SourceEnded | null {
  const failure = after.failures.screen;
  if (!failure || failure === before.failures.screen) return null;
  const isTheirWill = failure.code === 'ended' || failure.code === 'dismissed';
  return { type: 'devices.ended', source: 'screen', failure: isTheirWill ? null : failure };
}
