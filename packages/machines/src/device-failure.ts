import type { Source } from '@eyeline/protocol';
import { deviceFailures, microphoneFailures, screenFailures } from './sentences/failures.ts';

/** Why there is no camera, no microphone or no screen. */
export type DeviceFailureCode = keyof typeof deviceFailures;

/** With the sentence that the person reads. */
export interface DeviceFailure {
  readonly code: DeviceFailureCode;
  readonly message: string;
}

const sentences: Readonly<Record<Source, Readonly<Record<DeviceFailureCode, string>>>> = {
  camera: deviceFailures,
  microphone: microphoneFailures,
  screen: screenFailures,
};

export const deviceFailure = (code: DeviceFailureCode, source: Source = 'camera'): DeviceFailure => ({
  code,
  message: sentences[source][code],
});
