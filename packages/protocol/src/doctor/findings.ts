import * as v from 'valibot';
import { Check } from './check.ts';

const short = v.pipe(v.string(), v.maxLength(400));
/** A page has eight servers at most to look at, and five more things. */
const MOST_CHECKS = 24;
/** What was measured in one of them. */
const MOST_FIGURES = 12;

/** What a page found before a call, as it is kept with the interaction. What that means, `verdictOf` and `faultsIn` say. */
export const KeptFindings = v.object({
  durationMs: v.pipe(v.number(), v.minValue(0), v.maxValue(86_400_000)),
  userAgent: v.optional(short),
  checks: v.pipe(
    v.array(
      v.pipe(
        Check,
        v.check(({ data }) => Object.keys(data).length <= MOST_FIGURES),
      ),
    ),
    v.maxLength(MOST_CHECKS),
  ),
});
export type KeptFindings = v.InferOutput<typeof KeptFindings>;

/** So many are kept of one participant in one interaction. */
export const KEPT_CHECKS = 8;
