import * as v from 'valibot';
import { FallbackOption, RoutingDomain } from '../domain.ts';
import { Selection } from './selection.ts';
import { Count, Span } from './span.ts';
import { SkillTerm, Term } from './term.ts';
import { VoiceRule } from './voice-rule.ts';

/** One step of a precision queue: who is looked for, and for how long before the next step is added. */
export const Step = v.strictObject({ term: Term, timeoutMs: v.optional(Span) });
export type Step = v.InferOutput<typeof Step>;

/**
 * A callback is tried `attempts` times, `retryMs` apart at least, while it is open: `within` the window that was agreed, or,
 * with `calendar`, also on later days at the times of day that were agreed, on the customer's clock.
 */
export const CallbackPolicy = v.strictObject({
  attempts: v.optional(Count(100), 3),
  retryMs: v.optional(Span, 15 * 60_000),
  within: v.optional(v.picklist(['window', 'calendar']), 'window'),
});
export type CallbackPolicy = v.InferOutput<typeof CallbackPolicy>;

/** A queue is a skill group (`skills`, all of them) or a precision queue (`steps`). With neither, anybody may serve it. */
export const QueueConfiguration = v.strictObject({
  name: v.optional(v.string()),
  domains: v.optional(v.pipe(v.array(RoutingDomain), v.minLength(1, 'at least one domain')), [
    ...RoutingDomain.options,
  ]),
  skills: v.optional(v.array(SkillTerm), []),
  steps: v.optional(v.pipe(v.array(Step), v.maxLength(10, 'at most 10 steps')), []),
  selection: v.optional(Selection, 'longest-available'),
  /** Overrides the domain's. */
  voice: v.optional(VoiceRule),
  /** `push`: offered. `pull`: agents pick from the list. `both`: offered and listed. `outside`: somebody else chooses. */
  mode: v.optional(v.picklist(['push', 'pull', 'both', 'outside']), 'push'),
  /** 1 to 10, 10 is served first. */
  priority: v.optional(Count(10), 5),
  offerTimeoutMs: v.optional(Span),
  /** How long a task waits here before it overflows, or is closed when there is no overflow. */
  maxWaitMs: v.optional(Span),
  overflow: v.optional(v.string()),
  /** How many tasks may wait here. */
  limit: v.optional(Count(1_000_000)),
  /** How long a task waits for the agent it prefers before others may have it. */
  stickyMs: v.optional(Span, 30_000),
  /** After this long a wrap-up ends by itself. */
  wrapUpMs: v.optional(Span),
  /** What a task is expected to take, wrap-up included, until enough were served to know. */
  expectedHandleMs: v.optional(Span, 300_000),
  callback: v.optional(CallbackPolicy),
  /** When it is open; left out: always. Nobody is called back while it is closed. */
  calendar: v.optional(v.string()),
  fallback: v.optional(v.array(FallbackOption), [...FallbackOption.options]),
});
export type QueueConfiguration = v.InferOutput<typeof QueueConfiguration>;
