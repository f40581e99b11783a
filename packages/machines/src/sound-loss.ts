import type { MediaSample } from './media-health.ts';

/** How it stands with what is to be heard of the others. What they hear they find out themselves. */
export interface SoundLoss {
  readonly samples: readonly MediaSample[];
  /** Since when nobody understands a word; null: they do, or nobody can say. */
  readonly sinceMs: number | null;
  /** It has been so for so long that the call is none any more. */
  readonly isGone: boolean;
}

export const noSoundLoss: SoundLoss = { samples: [], sinceMs: null, isGone: false };

export interface Listening {
  /** Somebody is to be heard. */
  readonly isExpected: boolean;
  /** Everybody in the call has a line to the server, so that who is not heard is not away. */
  readonly isReachable: boolean;
}

const windowMs = 5_000;
const leastPackets = 20;
/** Of speech of which more than half is missing nothing can be understood. */
const unintelligible = 0.5;
/** Longer than it takes to give up the pictures, which may be what stands in the way. */
const goneMs = 30_000;

/**
 * What is to be thought after another look at what the browser counted. A path that loses so much breaks, and is begun anew: until
 * the new one is heard, it is as bad as the one before. O(samples of five seconds).
 */
export function soundAfter(before: SoundLoss, sample: MediaSample, { isExpected, isReachable }: Listening): SoundLoss {
  if (!isExpected) return noSoundLoss;
  const last = before.samples.at(-1);
  // A page or computer that slept knows nothing of that time.
  if (!last || sample.atMs <= last.atMs || sample.atMs - last.atMs > windowMs)
    return { ...noSoundLoss, samples: [sample] };
  const samples = continued(before.samples, sample);
  const sinceMs = sinceWhen(before.sinceMs, samples, isReachable);
  return { samples, sinceMs, isGone: sinceMs !== null && sample.atMs - sinceMs >= goneMs };
}

function continued(samples: readonly MediaSample[], sample: MediaSample): readonly MediaSample[] {
  // Counters that fall are those of another path.
  if (samples.some(one => one.soundReceived > sample.soundReceived)) return [sample];
  return [...samples.filter(({ atMs }) => sample.atMs - atMs <= windowMs), sample];
}

function sinceWhen(before: number | null, samples: readonly MediaSample[], isReachable: boolean): number | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last) return null;
  // A packet that comes late after all is taken off what was lost.
  const lost = Math.max(0, last.soundLost - first.soundLost);
  const all = lost + last.soundReceived - first.soundReceived;
  if (all < leastPackets) return isReachable ? before : null;
  return lost / all > unintelligible ? (before ?? last.atMs) : null;
}
