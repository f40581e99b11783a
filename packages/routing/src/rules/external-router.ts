import * as v from 'valibot';
import { RouteOutcome } from './route-outcome.ts';
import { RouteRequest } from './route-request.ts';

const timeout = 'milliseconds: a whole number from 50 to 10000';

/** A router of the integrator's that is asked over HTTP (POST, JSON). */
export const ExternalRouter = v.strictObject({
  url: v.pipe(
    v.string('an http or https address'),
    v.url('an http or https address'),
    v.check(url => /^https?:\/\//i.test(url), 'an http or https address'),
  ),
  /** The customer waits for it: after this long the fallback counts. */
  timeoutMs: v.optional(
    v.pipe(v.number(timeout), v.integer(timeout), v.minValue(50, timeout), v.maxValue(10_000, timeout)),
    1500,
  ),
  /** Over what the rules proposed, when there is no usable answer. */
  fallback: v.optional(RouteOutcome, {}),
});
export type ExternalRouter = v.InferOutput<typeof ExternalRouter>;

/** The body that is sent. `proposed` is the outcome of the rules. */
export const RouterRequest = v.object({
  version: v.literal(1),
  ...RouteRequest.entries,
  proposed: RouteOutcome,
});
export type RouterRequest = v.InferOutput<typeof RouterRequest>;

/** The body of a 200. What the outcome leaves out stays as proposed. A 204 leaves all of it as proposed. */
export const RouterResponse = v.object({ outcome: RouteOutcome });
export type RouterResponse = v.InferOutput<typeof RouterResponse>;
