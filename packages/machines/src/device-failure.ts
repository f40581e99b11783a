import { deviceFailures } from './sentences/failures.ts';

/** Why there is no camera or microphone. */
export type DeviceFailureCode = keyof typeof deviceFailures;

/** With the sentence that the person reads. */
export interface DeviceFailure {
  readonly code: DeviceFailureCode;
  readonly message: string;
}

export const deviceFailure = (code: DeviceFailureCode): DeviceFailure => ({ code, message: deviceFailures[code] });

/** What the `capture` port rejects with. */
export class DeviceError extends Error {
  override name = 'DeviceError';
  readonly code: DeviceFailureCode;

  constructor(code: DeviceFailureCode, options?: ErrorOptions) {
    super(deviceFailures[code], options);
    this.code = code;
  }
}
