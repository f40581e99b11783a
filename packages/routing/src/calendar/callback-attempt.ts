import * as v from 'valibot';
import { type Hours, nextOpening } from './opening.ts';
import type { Span } from './span.ts';

const count = 'a whole number from 1 to 20';
const pause = 'milliseconds: a whole number from 60000 (a minute) to 604800000 (a week)';

/** How often a customer who does not answer is called. */
export const CallbackPolicy = v.strictObject({
  /** All of them, the first included. */
  attempts: v.optional(v.pipe(v.number(count), v.integer(count), v.minValue(1, count), v.maxValue(20, count)), 3),
  /** From the end of an attempt to the next, at least. */
  pauseMs: v.optional(
    v.pipe(v.number(pause), v.integer(pause), v.minValue(60_000, pause), v.maxValue(604_800_000, pause)),
    900_000,
  ),
  /** `window`: no attempt after the window that was agreed. `calendar`: further ones in later opening hours. */
  within: v.optional(v.picklist(['window', 'calendar'], 'window or calendar'), 'window'),
});
export type CallbackPolicy = v.InferOutput<typeof CallbackPolicy>;

/** A callback as far as it has come. */
export interface CallbackProgress {
  readonly window: Span;
  readonly attempts: number;
  /** When the last attempt ended (UTC ms); null before the first. */
  readonly lastEndedAt: number | null;
}

/** When to call (again), UTC ms, from now on and only while it is open. Null: no more. Bounded like `nextOpening`. */
export function nextAttempt(
  { window, attempts, lastEndedAt }: CallbackProgress,
  policy: CallbackPolicy,
  hours: Hours,
  now: number,
): number | null {
  if (attempts >= policy.attempts) return null;
  const earliest = lastEndedAt === null ? window.from : Math.max(window.from, lastEndedAt + policy.pauseMs);
  const instant = nextOpening(hours, Math.max(earliest, now));
  if (instant === null) return null;
  return policy.within === 'calendar' || instant < window.to ? instant : null;
}

/** All attempts if nobody ever answers and none takes any time: what a customer or a supervisor may be shown. */
export function attemptInstants(window: Span, policy: CallbackPolicy, hours: Hours): readonly number[] {
  const instants: number[] = [];
  for (;;) {
    const lastEndedAt = instants.at(-1) ?? null;
    const next = nextAttempt({ window, attempts: instants.length, lastEndedAt }, policy, hours, window.from);
    if (next === null) return instants;
    instants.push(next);
  }
}
