/** What a browser counted of the media that it receives and sends (W3C webrtc-stats), all from the beginning of the path. */
export interface MediaSample {
  readonly atMs: number;
  readonly packetsReceived: number;
  readonly packetsLost: number;
  /** Packets of their sound alone. */
  readonly soundReceived: number;
  readonly soundLost: number;
  /** Of their picture. */
  readonly framesDecoded: number;
  /** Mean of their picture, 0 to 255; null where nobody looked. */
  readonly brightness: number | null;
  /** The same of our own. */
  readonly ownBrightness: number | null;
  readonly roundTripMs: number | null;
  readonly jitterMs: number | null;
  /** How long our own picture was held back by this machine (`qualityLimitationDurations.cpu`). */
  readonly cpuLimitedMs: number;
  readonly bytesReceived: number;
  readonly bytesSent: number;
  readonly packetsSent: number;
  /** Of those that were sent, what the other side says that did not come. */
  readonly sentLost: number;
  /** Of their picture, in pixels; null where there is none. */
  readonly height: number | null;
  readonly freezes: number;
  readonly frozenMs: number;
}

/** What should come: nothing is missing that nobody sends. */
export interface Expected {
  readonly video: boolean;
  readonly audio: boolean;
}

export type HealthFinding = 'no-packets' | 'frozen' | 'black' | 'high-loss' | 'cpu-limited' | 'own-black';
export type HealthLevel = 'good' | 'fair' | 'poor';

export interface MediaHealth {
  readonly level: HealthLevel;
  readonly findings: readonly HealthFinding[];
  /** What the next decision looks back on. */
  readonly samples: readonly MediaSample[];
  /** Since when it has been better than `level` says; null: it is not. */
  readonly betterSinceMs: number | null;
}

export const unknownHealth: MediaHealth = { level: 'good', findings: [], samples: [], betterSinceMs: null };

const windowMs = 6_000;
/** Longer than any pause of a healthy path: the receiver of libwebrtc itself waits 2.5 s. */
const silenceMs = 1_500;
const frozenMs = 2_000;
const blackMs = 3_000;
/** A share of fewer packets says nothing. */
const lossMs = 3_000;
const blackBelow = 6;
const highLoss = 0.08;
/** It must be better for so long before the badge says so: else it flickers. */
const recoveryMs = 4_000;

const levels: readonly HealthLevel[] = ['poor', 'fair', 'good'];
const rank = (level: HealthLevel): number => levels.indexOf(level);

/** What is to be thought of a call's media after another look at it. O(samples of six seconds). */
export function healthAfter(before: MediaHealth, sample: MediaSample, expected: Expected): MediaHealth {
  const last = before.samples.at(-1);
  // Counters that fall are those of another path; clocks that fall are no clocks.
  const isContinued = last !== undefined && sample.atMs > last.atMs && sample.packetsReceived >= last.packetsReceived;
  const kept = isContinued ? before.samples.filter(({ atMs }) => sample.atMs - atMs <= windowMs) : [];
  const samples = [...kept, sample];
  const findings = findingsIn(samples, expected);
  const now = levelOf(samples, findings);
  if (rank(now) <= rank(before.level)) return { level: now, findings, samples, betterSinceMs: null };
  const betterSinceMs = before.betterSinceMs ?? sample.atMs;
  const isBetter = sample.atMs - betterSinceMs >= recoveryMs;
  return isBetter
    ? { level: now, findings, samples, betterSinceMs: null }
    : { level: before.level, findings, samples, betterSinceMs };
}

function findingsIn(samples: readonly MediaSample[], { video, audio }: Expected): readonly HealthFinding[] {
  if (!video && !audio) return samples.length > 1 ? findingsInOwn(samples) : [];
  if (standsStill(samples, silenceMs, one => one.packetsReceived)) return ['no-packets'];
  const found: HealthFinding[] = [];
  if (video && standsStill(samples, frozenMs, one => one.framesDecoded)) found.push('frozen');
  else if (video && isBlack(samples, one => one.brightness)) found.push('black');
  if (spanOf(samples) >= lossMs && lossIn(samples) > highLoss) found.push('high-loss');
  return [...found, ...findingsInOwn(samples)];
}

/** What is wrong with what this side sends. */
const findingsInOwn = (samples: readonly MediaSample[]): readonly HealthFinding[] => [
  ...(isCpuLimited(samples) ? (['cpu-limited'] as const) : []),
  ...(isBlack(samples, one => one.ownBrightness) ? (['own-black'] as const) : []),
];

const spanOf = (samples: readonly MediaSample[]): number => (samples.at(-1)?.atMs ?? 0) - (samples[0]?.atMs ?? 0);

/** Whether this has not grown for at least so long. */
function standsStill(samples: readonly MediaSample[], ms: number, count: (sample: MediaSample) => number): boolean {
  const last = samples.at(-1);
  if (!last) return false;
  const same = samples.filter(one => count(one) === count(last));
  return spanOf(same) >= ms;
}

function isBlack(samples: readonly MediaSample[], brightnessIn: (sample: MediaSample) => number | null): boolean {
  const bright = samples.findLastIndex(one => (brightnessIn(one) ?? 0) >= blackBelow);
  const dark = samples.slice(bright + 1).filter(one => brightnessIn(one) !== null);
  return dark.length > 1 && spanOf(dark) >= blackMs;
}

function lossIn(samples: readonly MediaSample[]): number {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last) return 0;
  // A packet that comes late after all is taken off what was lost.
  const lost = Math.max(0, last.packetsLost - first.packetsLost);
  const received = last.packetsReceived - first.packetsReceived;
  return lost + received === 0 ? 0 : lost / (lost + received);
}

function isCpuLimited(samples: readonly MediaSample[]): boolean {
  const span = spanOf(samples);
  const held = (samples.at(-1)?.cpuLimitedMs ?? 0) - (samples[0]?.cpuLimitedMs ?? 0);
  return span >= lossMs && held > span / 2;
}

function levelOf(samples: readonly MediaSample[], findings: readonly HealthFinding[]): HealthLevel {
  const { roundTripMs, jitterMs } = samples.at(-1) ?? { roundTripMs: null, jitterMs: null };
  const isBroken = findings.some(one => one === 'no-packets' || one === 'frozen' || one === 'high-loss');
  if (isBroken || (roundTripMs ?? 0) > 600) return 'poor';
  const isLossy = spanOf(samples) >= lossMs && lossIn(samples) > highLoss / 4;
  // A covered lens says nothing of the connection.
  const isWorse = findings.some(one => one !== 'own-black');
  return isWorse || isLossy || (roundTripMs ?? 0) > 300 || (jitterMs ?? 0) > 60 ? 'fair' : 'good';
}
