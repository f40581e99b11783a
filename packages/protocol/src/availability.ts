import * as v from 'valibot';
import { Instant } from './ids.ts';
import { CallKind, FallbackOption, FallbackReason } from './vocabulary.ts';

const span = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How long a customer has still to wait, in ms: four of five waits are between `lowMs` and `highMs`. */
export const WaitEstimate = v.object({ expectedMs: span, lowMs: span, highMs: span });
export type WaitEstimate = v.InferOutput<typeof WaitEstimate>;

/**
 * What a customer may be given instead of what was asked for, and why. It is a proposal: who takes nothing waits on, where
 * something waits. Nothing does when it is `closed`, `overdue` or `queue-full`.
 */
export const Fallback = v.object({
  because: FallbackReason,
  steps: v.array(FallbackOption),
  /** When it opens again; null where it is open, or never opens. Pages say it in the visitor's own zone. */
  opensAt: v.nullable(Instant),
});
export type Fallback = v.InferOutput<typeof Fallback>;

/** How one of the ways to begin stands that an entry point offers. */
export const ModeStanding = v.object({
  mode: FallbackOption,
  /** The call that `video` begins; left out for all others. */
  kind: v.optional(CallKind),
  /** Why nobody can serve it now; null while somebody can. */
  because: v.nullable(FallbackReason),
  /** What else may be asked for, or taken while one waits for this. */
  instead: v.array(FallbackOption),
  wait: v.nullable(WaitEstimate),
});
export type ModeStanding = v.InferOutput<typeof ModeStanding>;

/** How an entry point stands at this moment. */
export const Availability = v.object({
  /** Null while one of its modes can be served. */
  fallback: v.nullable(Fallback),
  /** How each of its modes stands, in the order of the site. */
  modes: v.optional(v.array(ModeStanding), []),
  /** How long a request would wait that came now; null where nobody can say. */
  wait: v.nullable(WaitEstimate),
  /** What the server's clock shows: the device's own may be wrong. */
  now: v.optional(Instant),
  /** `EntryPointStanding`, which the code of the launcher reads. */
  standing: v.optional(v.unknown()),
});
export type Availability = v.InferOutput<typeof Availability>;

const localTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:30'));

/** When a customer wants to be called, on the clock of the customer's zone. */
export const CallbackRequest = v.object({
  date: v.pipe(v.string(), v.isoDate()),
  from: localTime,
  to: localTime,
  /** IANA name, such as `Europe/Berlin`. */
  zone: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  /** The number to call, where the form has none yet. */
  phone: v.optional(v.pipe(v.string(), v.maxLength(40))),
});
export type CallbackRequest = v.InferOutput<typeof CallbackRequest>;
