import type { FailureCode } from './failure-code.ts';
import type { Failure } from './failure-shape.ts';
import { failures } from './sentences/failures.ts';

/** `message` says more than the code's own sentence where there is more to say. */
export const failure = (code: FailureCode, message: string = failures[code]): Failure => ({ code, message });
