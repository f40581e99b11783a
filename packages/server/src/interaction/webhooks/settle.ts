import type { InteractionId } from '@eyeline/protocol';
import type {
  DeadLetter,
  Lagging,
  PauseReason,
  WebhookState,
  WebhookTurn,
} from '../../store/webhooks/webhook-store.ts';
import type { RunResult } from './run.ts';
import { pauseAfterAttempt } from './schedule.ts';

/** The receiver is there no more. */
const goneStatus = 410;
/** With so many dead letters somebody has to look. */
export const mostDeadLetters = 1_000;

interface Turn {
  /** As it was, but for its position. */
  readonly state: WebhookState;
  readonly results: readonly RunResult[];
  readonly now: number;
  readonly chance: () => number;
  /** Dead letters that were there before. */
  readonly deadBefore: number;
}

/** What becomes of a subscription after a turn: who waits and for how long, what is given up, and whether all of it pauses. */
export function settle({ state, results, now, chance, deadBefore }: Turn): WebhookTurn {
  const attempts = results.flatMap(one => one.attempts);
  const hasDelivered = attempts.some(one => one.reason === null);
  const failed = results.flatMap(one => one.failed ?? []);
  const deliveredAt = hasDelivered ? now : state.deliveredAt;
  const holdMs = Math.max(0, ...failed.map(one => one.outcome.retryAfterMs ?? 0));
  const lagging: Lagging[] = [];
  const caughtUp: InteractionId[] = [];
  const dead: DeadLetter[] = [];
  let paused: PauseReason | null = failed.some(one => one.outcome.status === goneStatus) ? 'gone' : null;

  for (const result of results) {
    const { run, untriedFrom, unreadable } = result;
    const { interactionId, lag } = run;
    for (const seq of unreadable) dead.push({ interactionId, seq, at: now, attempts: 0, reason: 'unreadable' });
    const fresh = (seq: number): Lagging => ({ interactionId, seq, attempts: 0, dueAt: now, since: now });
    if (result.failed) {
      const { seq, outcome } = result.failed;
      const before = lag?.seq === seq && lag.attempts > 0 ? lag : fresh(seq);
      const attempted = before.attempts + 1;
      const pauseMs = pauseAfterAttempt(attempted, chance());
      const reason = outcome.reason === 'status' ? `status:${outcome.status}` : (outcome.reason ?? '');
      if (pauseMs !== null)
        lagging.push({ ...before, attempts: attempted, dueAt: now + Math.max(pauseMs, outcome.retryAfterMs ?? 0) });
      else if ((deliveredAt ?? 0) > before.since) {
        // It takes others: this one alone is the matter.
        dead.push({ interactionId, seq, at: now, attempts: attempted, reason });
        lagging.push(fresh(seq + 1));
      } else {
        lagging.push({ ...before, attempts: attempted, dueAt: now });
        paused ??= 'failing';
      }
    } else if (untriedFrom !== null)
      lagging.push(lag?.seq === untriedFrom ? { ...lag, dueAt: now } : fresh(untriedFrom));
    else if (lag && run.isWhole) caughtUp.push(interactionId);
    else if (lag) lagging.push(fresh((run.facts.at(-1)?.seq ?? lag.seq) + 1));
  }
  if (dead.length > 0 && deadBefore + dead.length >= mostDeadLetters) paused ??= 'dead-letters';
  return {
    state: {
      ...state,
      failures: hasDelivered ? 0 : state.failures + failed.length,
      deliveredAt,
      holdUntil: holdMs > 0 ? now + holdMs : null,
      paused,
      pausedAt: paused ? now : null,
    },
    ...{ attempts, lagging, caughtUp, dead },
  };
}
