import type { MediaSample } from './media-health.ts';

/** How it stands with what is to be heard, in either direction. */
export interface SoundLoss {
  readonly samples: readonly MediaSample[];
  /** Since when nobody understands a word; null: they do, or nobody can say. */
  readonly sinceMs: number | null;
  /** It has been so for so long that the call is none any more. */
  readonly isGone: boolean;
}

export const noSoundLoss: SoundLoss = { samples: [], sinceMs: null, isGone: false };

const windowMs = 5_000;
const leastPackets = 20;
/** Of speech of which more than half is missing nothing can be understood. */
const unintelligible = 0.5;
/** Longer than it takes to give up the pictures, which may be what stands in the way. */
const goneMs = 30_000;

/** What is to be thought after another look at what the browser counted. O(samples of five seconds). */
export function soundAfter(before: SoundLoss, sample: MediaSample): SoundLoss {
  const last = before.samples.at(-1);
  const isContinued =
    last !== undefined &&
    sample.atMs > last.atMs &&
    sample.packetsSent >= last.packetsSent &&
    sample.packetsReceived >= last.packetsReceived;
  if (!isContinued) return { ...noSoundLoss, samples: [sample] };
  const samples = [...before.samples.filter(({ atMs }) => sample.atMs - atMs <= windowMs), sample];
  if (!isUnintelligible(samples)) return { samples, sinceMs: null, isGone: false };
  const sinceMs = before.sinceMs ?? sample.atMs;
  return { samples, sinceMs, isGone: sample.atMs - sinceMs >= goneMs };
}

function isUnintelligible(samples: readonly MediaSample[]): boolean {
  const grown = (count: (sample: MediaSample) => number): number => {
    const [first, last] = [samples[0], samples.at(-1)];
    return first && last ? Math.max(0, count(last) - count(first)) : 0;
  };
  const isBad = (lost: number, all: number) => all >= leastPackets && lost / all > unintelligible;
  const [sent, sentLost] = [grown(one => one.packetsSent), grown(one => one.sentLost)];
  const [received, lost] = [grown(one => one.packetsReceived), grown(one => one.packetsLost)];
  return isBad(sentLost, sent) || isBad(lost, received + lost);
}
