import type { CallContext, CallStanding } from './call-context.ts';
import { callFailures } from './sentences/failures.ts';

/** Why media did not flow, with the sentence that the person reads. */
export interface CallFailure {
  readonly code: keyof typeof callFailures;
  readonly message: string;
}

export const callFailure = (code: CallFailure['code']): CallFailure => ({ code, message: callFailures[code] });

/** Both sides may have found out at the same moment, and not the same: what the log says of it is read on both. */
export const loggedFailure = (
  { ending, leftCallIds }: CallContext,
  { lastCall }: CallStanding,
): Partial<Pick<CallContext, 'failure'>> =>
  ending === 'failed' && lastCall?.cause && lastCall.callId === leftCallIds.at(-1)
    ? { failure: callFailure(lastCall.cause) }
    : {};
