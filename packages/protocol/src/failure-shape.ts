import * as v from 'valibot';
import type { FailureCode } from './failure-code.ts';

/** A code that a page does not know is one of a later server: its sentence comes with it. */

export const Failure = v.object({ code: v.string() as unknown as typeof FailureCode, message: v.string() });
export type Failure = v.InferOutput<typeof Failure>;
