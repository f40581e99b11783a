import type { CallbackWindow } from '../record/callback.ts';
import { firstOpenSpan, type Hours } from './opening.ts';

/** How long after it could be made an attempt waits for an opening, where it need not be within the window. */
export const attemptHorizonMs = 31 * 86_400_000;

/** How often a customer who does not answer is called. */
export interface AttemptPolicy {
  /** All of them, the first included. */
  readonly attempts: number;
  /** From the end of an attempt to the next, at least. */
  readonly retryMs: number;
  /**
   * `window` (default): no attempt after the window that was agreed. `calendar`: further ones in later opening hours, up
   * to 31 days later.
   */
  readonly within?: 'window' | 'calendar';
}

type Bounds = Pick<CallbackWindow, 'from' | 'until'>;

/** A callback as far as it has come. */
export interface CallbackProgress {
  readonly window: Bounds;
  readonly attempts: number;
  /** When the last attempt ended (UTC ms); null before the first. */
  readonly lastEndedAt: number | null;
}

/** When to call (again), UTC ms, from now on and only while it is open. Null: no more. O(days looked at × entries). */
export function nextAttempt(
  { window, attempts, lastEndedAt }: CallbackProgress,
  policy: AttemptPolicy,
  hours: Hours,
  now: number,
): number | null {
  if (attempts >= policy.attempts) return null;
  const earliest = lastEndedAt === null ? window.from : Math.max(window.from, lastEndedAt + policy.retryMs);
  const from = Math.max(earliest, now);
  const until = policy.within === 'calendar' ? from + attemptHorizonMs : window.until;
  return firstOpenSpan(hours, from, until)?.from ?? null;
}

/** All attempts if nobody ever answers and none takes any time: what a customer or a supervisor may be shown. */
export function attemptInstants(window: Bounds, policy: AttemptPolicy, hours: Hours): readonly number[] {
  const instants: number[] = [];
  for (;;) {
    const lastEndedAt = instants.at(-1) ?? null;
    const next = nextAttempt({ window, attempts: instants.length, lastEndedAt }, policy, hours, window.from);
    if (next === null) return instants;
    instants.push(next);
  }
}
