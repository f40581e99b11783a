import * as v from 'valibot';
import { timerMs } from '../limits.ts';

/** A customer who does not answer an agent is asked after `nudgeMs` whether they are still there; `closeMs` later it is over. */
export const InactivityConfig = v.strictObject({ nudgeMs: timerMs, closeMs: timerMs });
export type InactivityConfig = v.InferOutput<typeof InactivityConfig>;
