import type { CallbackWindow } from '../record/callback.ts';
import { type Hours, nextOpening } from './opening.ts';

/** How often a customer who does not answer is called. */
export interface AttemptPolicy {
  /** All of them, the first included. */
  readonly attempts: number;
  /** From the end of an attempt to the next, at least. */
  readonly retryMs: number;
  /** `window` (default): no attempt after the window that was agreed. `calendar`: further ones in later opening hours. */
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

/** When to call (again), UTC ms, from now on and only while it is open. Null: no more. Bounded like `nextOpening`. */
export function nextAttempt(
  { window, attempts, lastEndedAt }: CallbackProgress,
  policy: AttemptPolicy,
  hours: Hours,
  now: number,
): number | null {
  if (attempts >= policy.attempts) return null;
  const earliest = lastEndedAt === null ? window.from : Math.max(window.from, lastEndedAt + policy.retryMs);
  const instant = nextOpening(hours, Math.max(earliest, now));
  if (instant === null) return null;
  return policy.within === 'calendar' || instant < window.until ? instant : null;
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
