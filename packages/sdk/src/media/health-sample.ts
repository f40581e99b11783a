import type { MediaSample } from '@eyeline/machines';

const numberOf = (entry: object, key: string): number | null => {
  const value: unknown = Reflect.get(entry, key);
  return typeof value === 'number' ? value : null;
};

const sumOf = (entries: readonly object[], key: string): number =>
  entries.reduce((sum, entry) => sum + (numberOf(entry, key) ?? 0), 0);

/** How long our pictures were held back by this machine, in ms (W3C webrtc-stats, `qualityLimitationDurations`: seconds). */
function cpuLimitedMs(entries: readonly object[]): number {
  const durations = entries.map(entry => Reflect.get(entry, 'qualityLimitationDurations') as unknown);
  return (
    1000 *
    durations.reduce<number>((sum, one) => sum + (typeof one === 'object' && one ? (numberOf(one, 'cpu') ?? 0) : 0), 0)
  );
}

/** How bright pictures are, 0 to 255; null where nobody looked. */
export interface Seen {
  readonly theirs: number | null;
  readonly own: number | null;
}
const unseen: Seen = { theirs: null, own: null };

/** The browser's statistics of one path (W3C webrtc-stats) as the decision about its health takes them. */
export function sampleOf(stats: readonly unknown[], atMs: number, seen: Seen = unseen): MediaSample {
  const entries = stats.filter(entry => typeof entry === 'object' && entry !== null);
  const ofType = (type: string) => entries.filter(entry => Reflect.get(entry, 'type') === type);
  const inbound = ofType('inbound-rtp');
  const roundTrip = ofType('candidate-pair').flatMap(pair => numberOf(pair, 'currentRoundTripTime') ?? [])[0];
  const outbound = ofType('outbound-rtp');
  const sounds = inbound.filter(entry => Reflect.get(entry, 'kind') === 'audio');
  const heights = inbound.flatMap(entry => numberOf(entry, 'frameHeight') ?? []);
  const jitters = inbound.flatMap(entry => numberOf(entry, 'jitter') ?? []);
  return {
    atMs,
    packetsReceived: sumOf(inbound, 'packetsReceived'),
    packetsLost: sumOf(inbound, 'packetsLost'),
    soundReceived: sumOf(sounds, 'packetsReceived'),
    soundLost: sumOf(sounds, 'packetsLost'),
    framesDecoded: sumOf(inbound, 'framesDecoded'),
    brightness: seen.theirs,
    ownBrightness: seen.own,
    roundTripMs: roundTrip === undefined ? null : roundTrip * 1000,
    jitterMs: jitters.length > 0 ? Math.max(...jitters) * 1000 : null,
    cpuLimitedMs: cpuLimitedMs(outbound),
    bytesReceived: sumOf(inbound, 'bytesReceived'),
    bytesSent: sumOf(outbound, 'bytesSent'),
    packetsSent: sumOf(outbound, 'packetsSent'),
    sentLost: sumOf(ofType('remote-inbound-rtp'), 'packetsLost'),
    height: heights.length > 0 ? Math.max(...heights) : null,
    freezes: sumOf(inbound, 'freezeCount'),
    frozenMs: sumOf(inbound, 'totalFreezesDuration') * 1000,
  };
}
