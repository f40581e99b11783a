import { type CallMeasures, type CallMinute, KEPT_MINUTES, worseOf } from '@eyeline/protocol';
import type { MediaSample } from './media-health.ts';

const minuteMs = 60_000;
/** What is shorter at the end of a call is no minute of its own. */
const leastMinuteMs = 5_000;

/** What adds up over a stretch of time. */
interface Stretch {
  readonly fromMs: number;
  readonly ms: number;
  readonly packets: number;
  readonly lost: number;
  readonly receivedBytes: number;
  readonly sentBytes: number;
  readonly roundTrips: number;
  readonly roundTripsMs: number;
  readonly height: number | null;
  readonly freezes: number;
  readonly frozenMs: number;
}

/** What is known of a call's media so far. */
export interface CallMeter {
  readonly startedAtMs: number;
  readonly firstFrameMs: number | null;
  readonly last: { readonly epoch: number; readonly sample: MediaSample } | null;
  readonly all: Stretch;
  readonly minute: Stretch;
  readonly minutes: readonly CallMinute[];
  readonly worst: CallMinute | null;
}

const stretchFrom = (fromMs: number): Stretch => ({
  ...{ fromMs, ms: 0, packets: 0, lost: 0, receivedBytes: 0, sentBytes: 0 },
  ...{ roundTrips: 0, roundTripsMs: 0, height: null, freezes: 0, frozenMs: 0 },
});

export const startMeter = (startedAtMs: number): CallMeter => ({
  ...{ startedAtMs, firstFrameMs: null, last: null, minutes: [], worst: null },
  ...{ all: stretchFrom(0), minute: stretchFrom(0) },
});

/** After another look at what the browser counted in an epoch. `isPicture`: a picture is to come. O(1). */
export function metered(meter: CallMeter, epoch: number, sample: MediaSample, isPicture: boolean): CallMeter {
  const { last } = meter;
  // Counters of another epoch begin anew.
  const before = last?.epoch === epoch && sample.atMs > last.sample.atMs ? last.sample : null;
  const isThere = isPicture ? sample.framesDecoded > 0 : sample.packetsReceived > 0;
  const firstFrameMs = meter.firstFrameMs ?? (isThere ? sample.atMs - meter.startedAtMs : null);
  const seen = { ...meter, firstFrameMs, last: { epoch, sample } };
  if (!before) return seen;
  const all = added(meter.all, before, sample);
  const minute = added(meter.minute, before, sample);
  if (minute.ms < minuteMs) return { ...seen, all, minute };
  const done = minuteOf(minute);
  const minutes = [...meter.minutes, done].slice(-KEPT_MINUTES);
  return { ...seen, all, minutes, worst: worseOf(meter.worst, done), minute: stretchFrom(minute.fromMs + minute.ms) };
}

function added(to: Stretch, before: MediaSample, after: MediaSample): Stretch {
  const grown = (count: (sample: MediaSample) => number) => Math.max(0, count(after) - count(before));
  const { roundTripMs, height } = after;
  return {
    fromMs: to.fromMs,
    ms: to.ms + after.atMs - before.atMs,
    packets: to.packets + grown(one => one.packetsReceived),
    lost: to.lost + grown(one => one.packetsLost),
    receivedBytes: to.receivedBytes + grown(one => one.bytesReceived),
    sentBytes: to.sentBytes + grown(one => one.bytesSent),
    roundTrips: to.roundTrips + Number(roundTripMs !== null),
    roundTripsMs: to.roundTripsMs + (roundTripMs ?? 0),
    height: height === null ? to.height : Math.max(height, to.height ?? 0),
    freezes: to.freezes + grown(one => one.freezes),
    frozenMs: to.frozenMs + grown(one => one.frozenMs),
  };
}

const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits));

function figuresOf({ ms, packets, lost, receivedBytes, sentBytes, ...rest }: Stretch) {
  const kbps = (bytes: number) => (ms === 0 ? 0 : rounded((bytes * 8) / ms));
  return {
    loss: packets + lost === 0 ? null : rounded(lost / (packets + lost), 4),
    roundTripMs: rest.roundTrips === 0 ? null : rounded(rest.roundTripsMs / rest.roundTrips),
    receivedKbps: kbps(receivedBytes),
    sentKbps: kbps(sentBytes),
    height: rest.height,
    freezes: rest.freezes,
    frozenMs: rounded(Math.min(rest.frozenMs, ms)),
  };
}

const minuteOf = (stretch: Stretch): CallMinute => ({ fromMs: rounded(stretch.fromMs), ...figuresOf(stretch) });

/** What is said of it, with the minute that is under way. */
export function measuresOf({ firstFrameMs, all, minute, ...meter }: CallMeter, pageId: string): CallMeasures {
  const isMinute = minute.ms >= leastMinuteMs || meter.minutes.length === 0;
  const under = isMinute && minute.ms > 0 ? [minuteOf(minute)] : [];
  return {
    pageId,
    durationMs: rounded(all.ms),
    firstFrameMs: firstFrameMs === null ? null : rounded(firstFrameMs),
    ...figuresOf(all),
    minutes: [...meter.minutes, ...under].slice(-KEPT_MINUTES),
    worst: worseOf(meter.worst, under[0] ?? null),
  };
}
