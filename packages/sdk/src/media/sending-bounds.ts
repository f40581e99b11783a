import type { Quality, Source } from '@eyeline/protocol';

/** A screen is for reading: more of it matters than how smoothly it moves. */
const screenHeight = 1440;
const screenFrameRate = 15;

export type SendingBounds = Pick<RTCRtpEncodingParameters, 'maxBitrate' | 'maxFramerate' | 'scaleResolutionDownBy'>;

/** Of one picture; null where there is nothing to bound. `height`: of the track, where it is known. */
export function sendingBounds(source: Source, quality: Quality, height = 0): SendingBounds | null {
  if (source === 'microphone') return null;
  const isScreen = source === 'screen';
  const maxHeight = isScreen ? Math.max(screenHeight, quality.maxHeight) : quality.maxHeight;
  return {
    maxBitrate: quality.maxKbps * 1000,
    maxFramerate: isScreen ? Math.min(screenFrameRate, quality.maxFrameRate) : quality.maxFrameRate,
    scaleResolutionDownBy: Math.max(1, height / maxHeight),
  };
}
