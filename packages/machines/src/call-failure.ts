import { callFailures } from './sentences/failures.ts';

/** Why media did not flow, with the sentence that the person reads. */
export interface CallFailure {
  readonly code: keyof typeof callFailures;
  readonly message: string;
}

export const callFailure = (code: CallFailure['code']): CallFailure => ({ code, message: callFailures[code] });
