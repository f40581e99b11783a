import type { Quality } from '@eyeline/protocol';
import type { MediaSample } from './media-health.ts';

/**
 * What is sent of the own pictures: all that the site allows, less, or nothing, so that the sound comes through. `chat`: not even that
 * does, which `soundAfter` finds out; the call ends.
 */
export type FallbackStep = 'full' | 'less' | 'voice' | 'chat';

/** Why less is sent. `network`: too much of what is sent is lost, or comes late. `computer`: this machine does not keep up. */
export type FallbackCause = 'network' | 'computer';

export interface Fallback {
  readonly step: FallbackStep;
  readonly cause: FallbackCause | null;
  /** Since when it has been as it is now, well or badly; null: nobody knows yet. */
  readonly since: { readonly atMs: number; readonly cause: FallbackCause | null } | null;
  /** How long it has to be well before pictures are tried again; longer after each try that came to nothing. */
  readonly patienceMs: number;
  /** When the step was taken. */
  readonly takenAtMs: number;
  readonly samples: readonly MediaSample[];
}

const leastPatienceMs = 10_000;
const mostPatienceMs = 120_000;

export const noFallback: Fallback = {
  ...{ step: 'full', cause: null, since: null, patienceMs: leastPatienceMs, takenAtMs: 0, samples: [] },
};

/** Of the samples that are looked at. A share of fewer packets, or of less time, says nothing. */
const windowMs = 5_000;
const leastSpanMs = 3_000;
const leastPackets = 20;
/**
 * So long it has to be bad before less is sent, and before nothing is. A machine is given more time, as the browser helps it first,
 * and never takes the picture away: what it can still send is better than nothing, and harms no sound.
 */
const badMs = {
  network: { full: 4_000, less: 10_000 },
  computer: { full: 10_000, less: Number.POSITIVE_INFINITY },
} as const;
/** A try that ends sooner came to nothing. */
const tryMs = 30_000;
const highLoss = 0.08;
/** Later than by any satellite: something on the way is filled up. */
const lateMs = 2_000;

/**
 * What is to be sent after another look at what the browser counted. `isSending`: a picture is switched on. Where none is, there
 * is nothing to give up, and nothing to give back. O(samples of five seconds).
 */
export function fallbackAfter(before: Fallback, sample: MediaSample, isSending: boolean): Fallback {
  if (!isSending) return before.step === 'full' ? { ...noFallback, patienceMs: before.patienceMs } : before;
  const last = before.samples.at(-1);
  const isContinued = last !== undefined && sample.atMs > last.atMs && sample.packetsSent >= last.packetsSent;
  const kept = isContinued ? before.samples.filter(({ atMs }) => sample.atMs - atMs <= windowMs) : [];
  const samples = [...kept, sample];
  const cause = causeIn(samples);
  if (cause === undefined) return { ...before, samples };
  const since = before.since?.cause === cause ? before.since : { atMs: sample.atMs, cause };
  return stepped({ ...before, samples, since }, sample.atMs);
}

/** Takes the next step, where it is time for it. */
function stepped(fallback: Fallback, atMs: number): Fallback {
  const { step, since, patienceMs, takenAtMs } = fallback;
  if (!since) return fallback;
  const ms = atMs - since.atMs;
  const { cause } = since;
  // What is looked at from here on was sent in the new way.
  const take = (to: FallbackStep, more: Partial<Fallback>): Fallback => ({
    ...{ ...fallback, step: to, since: null, takenAtMs: atMs, samples: [] },
    ...more,
  });
  if (cause === null) {
    if (step === 'full')
      return atMs - takenAtMs > mostPatienceMs ? { ...fallback, patienceMs: leastPatienceMs } : fallback;
    if (ms < patienceMs) return fallback;
    return step === 'voice' ? take('less', {}) : take('full', { cause: null });
  }
  if (step === 'voice' || step === 'chat' || ms < badMs[cause][step]) return fallback;
  const isTry = fallback.takenAtMs > 0 && atMs - takenAtMs < tryMs;
  const longer = isTry ? Math.min(mostPatienceMs, patienceMs * 2) : patienceMs;
  return take(step === 'full' ? 'less' : 'voice', { cause, patienceMs: longer });
}

/** What is wrong with what is sent; null: nothing, undefined: that cannot be said yet. */
function causeIn(samples: readonly MediaSample[]): FallbackCause | null | undefined {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.atMs - first.atMs < leastSpanMs) return undefined;
  const sent = last.packetsSent - first.packetsSent;
  const lost = Math.max(0, last.sentLost - first.sentLost);
  const isLossy = sent >= leastPackets && lost / sent > highLoss;
  const isLate = samples.every(({ roundTripMs }) => roundTripMs !== null && roundTripMs > lateMs);
  if (isLossy || isLate) return 'network';
  return last.cpuLimitedMs - first.cpuLimitedMs > (last.atMs - first.atMs) / 2 ? 'computer' : null;
}

/** A small picture, that gets through where a large one does not. */
const less: Quality = { maxHeight: 240, maxFrameRate: 15, maxKbps: 250 };

/** Within which bounds pictures are sent. */
export const boundedBy = (quality: Quality, step: FallbackStep): Quality =>
  step === 'full'
    ? quality
    : {
        maxHeight: Math.min(quality.maxHeight, less.maxHeight),
        maxFrameRate: Math.min(quality.maxFrameRate, less.maxFrameRate),
        maxKbps: Math.min(quality.maxKbps, less.maxKbps),
      };
