import { FailureCode } from '@eyeline/protocol';
import * as v from 'valibot';

/** A newer server may refuse for reasons that have no name here yet; its sentence is still worth reading. */
export const Refusal = v.object({ code: v.fallback(FailureCode, 'internal'), message: v.string() });
