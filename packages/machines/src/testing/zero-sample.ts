import type { MediaSample } from '../media-health.ts';

/** Where a browser begins to count. */
export const zeroSample: MediaSample = {
  ...{
    atMs: 0,
    packetsReceived: 0,
    packetsLost: 0,
    framesDecoded: 0,
    brightness: null,
    ownBrightness: null,
    roundTripMs: 40,
    jitterMs: 5,
  },
  ...{
    cpuLimitedMs: 0,
    bytesReceived: 0,
    bytesSent: 0,
    packetsSent: 0,
    sentLost: 0,
    height: 480,
    freezes: 0,
    frozenMs: 0,
    soundReceived: 0,
    soundLost: 0,
  },
};
