import * as v from 'valibot';
import { Span } from './span.ts';

/** All spans in ms. */
export const Policy = v.strictObject({
  /** How long an offer stands; a queue may say otherwise. */
  offerTimeoutMs: v.optional(Span, 20_000),
  /** How long an agent whose connection is lost keeps the state. */
  graceMs: v.optional(Span, 20_000),
  /** How long after a decline the same agent may be offered the same task again, if nobody else is there. */
  declinePauseMs: v.optional(Span, 10_000),
  /** How long the phone system may take to take an agent off voice. */
  voiceHoldMs: v.optional(Span, 3_000),
  /** How long to leave a phone alone that refused or did not answer; also how soon giving it back is said again. */
  voiceRetryMs: v.optional(Span, 5_000),
  /** Held off voice for so long, an agent takes no more such work until voice was given back for `breathMs`. */
  holdLimitMs: v.optional(Span, 20 * 60_000),
  breathMs: v.optional(Span, 10_000),
  /** How long an agent waits for a colleague who is asked; then it is over, and the agent may ask another. */
  consultWaitMs: v.optional(Span, 60_000),
  /** How much waiting outweighs one step of priority; null: none does. */
  ageingMs: v.optional(v.nullable(Span), null),
  /** How often, at most, an unchanged position is told again because its estimated wait changed. */
  reviewMs: v.optional(Span, 15_000),
});
export type Policy = v.InferOutput<typeof Policy>;
