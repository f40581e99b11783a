import type { types } from 'mediasoup';

// Chromium starts a track at 300 kbit/s, and the first key frame is paced at that: 100 ms later than it could be.
const startBitrate = { 'x-google-start-bitrate': 1000 };

/** In order of preference. H264: the one profile every browser and every phone's chip has (constrained baseline 3.1). */
export const codecs: types.RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48000, channels: 2 },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90000, parameters: startBitrate },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90000,
    parameters: {
      'packetization-mode': 1,
      'profile-level-id': '42e01f',
      'level-asymmetry-allowed': 1,
      ...startBitrate,
    },
  },
];
