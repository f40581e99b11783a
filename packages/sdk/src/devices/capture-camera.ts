import { DeviceError } from '@eyeline/machines';

const wanted: MediaStreamConstraints = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
};

/** Asks at once, in the task of the caller, so that the browser's question belongs to the click. */
export function captureCamera(): Promise<MediaStream> {
  if (!isSecureContext) return Promise.reject(new DeviceError('insecure'));
  // Typed as always there; it is missing in old browsers and in web views.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices?.getUserMedia) return Promise.reject(new DeviceError('unsupported'));
  return devices.getUserMedia(wanted).catch(async error => {
    // Only a page whose camera was refused loads the reasons.
    const { deviceErrorOf } = await import('./device-error-of.ts');
    throw await deviceErrorOf(error);
  });
}
