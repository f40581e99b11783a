import type { CaptureRequest } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';

type Wanted = Pick<CaptureRequest, 'quality' | 'preferred' | 'facing' | 'effects'>;

/** The shape of a picture, which may also be asked for while it runs. */
export const shapeOf = ({ maxHeight, maxFrameRate }: Wanted['quality']): MediaTrackConstraints => ({
  width: { ideal: Math.round((maxHeight * 16) / 9) },
  height: { ideal: maxHeight },
  frameRate: { ideal: Math.min(30, maxFrameRate) },
});

/**
 * What is asked of getUserMedia. A device is named exactly: among what is only ideal a camera with another shape would win.
 */
export function constraintsOf(sources: readonly Source[], wanted: Wanted): MediaStreamConstraints {
  const { quality, preferred, facing, effects } = wanted;
  const device = (deviceId: string | null) => (deviceId === null ? {} : { deviceId: { exact: deviceId } });
  const camera = facing === null ? device(preferred.camera) : { facingMode: { exact: facing } };
  return {
    ...(sources.includes('camera') && { video: { ...shapeOf(quality), ...camera } }),
    ...(sources.includes('microphone') && {
      audio: {
        echoCancellation: true,
        // What is taken out twice takes some of the voice with it.
        noiseSuppression: !effects.noise,
        autoGainControl: true,
        ...device(preferred.microphone),
      },
    }),
  };
}

/** Whatever the browser would choose by itself. */
export const anyDevice = <Of extends Wanted>(wanted: Of): Of => ({
  ...wanted,
  facing: null,
  preferred: { ...wanted.preferred, camera: null, microphone: null },
});

/** What newer browsers know, and older ones pass over. */
interface ScreenOptions extends DisplayMediaStreamOptions {
  readonly surfaceSwitching: 'include';
  readonly selfBrowserSurface: 'exclude';
  readonly systemAudio: 'exclude';
}

/** The person may change what is shown while it is shown; our own page in itself is a hall of mirrors. */
export const screenOptions = ({ quality: { maxFrameRate } }: Wanted): ScreenOptions => ({
  video: { frameRate: { ideal: Math.min(15, maxFrameRate) } },
  audio: false,
  surfaceSwitching: 'include',
  selfBrowserSurface: 'exclude',
  systemAudio: 'exclude',
});
