import * as v from 'valibot';
import { type Fault, faultsOf } from '../calendar/fault.ts';
import { type ExternalRouter, RouterResponse } from './external-router.ts';
import { mergeOutcomes, RouteOutcome } from './route-outcome.ts';
import { type KnownIds, outcomeFaults } from './rule-reference.ts';

/** What came of asking. The shell tells it; `answered` is HTTP, `returned` the hook. */
export type RouteAnswer =
  | { readonly type: 'answered'; readonly status: number; readonly body: unknown }
  | { readonly type: 'returned'; readonly value: unknown }
  | { readonly type: 'timed-out' }
  | { readonly type: 'failed'; readonly message: string };

/**
 * Why the fallback counts. `refused`: a status that is neither 200 nor 204. `invalid`: not of the form agreed on.
 * `unknown-reference`: it names a queue or a skill that is not there. `failed`: not reached, or the hook threw.
 */
export type FallbackReason = 'timed-out' | 'failed' | 'refused' | 'invalid' | 'unknown-reference';

export type SettledRoute =
  | { readonly source: 'router' | 'hook'; readonly outcome: RouteOutcome }
  | {
      readonly source: 'fallback';
      readonly outcome: RouteOutcome;
      readonly reason: FallbackReason;
      /** For the log: what to put right. */
      readonly detail: string;
      readonly faults: readonly Fault[];
    };

/**
 * The outcome that counts after an external router or the hook was asked. Never throws: a customer is never lost
 * because somebody else's router is. O(size of the answer).
 */
export function settleRoute(
  answer: RouteAnswer,
  proposed: RouteOutcome,
  known: KnownIds,
  { timeoutMs, fallback }: Pick<ExternalRouter, 'timeoutMs' | 'fallback'>,
): SettledRoute {
  const fallBack = (reason: FallbackReason, detail: string, faults: readonly Fault[] = []): SettledRoute => ({
    source: 'fallback',
    outcome: mergeOutcomes(proposed, fallback),
    reason,
    detail,
    faults,
  });
  switch (answer.type) {
    case 'timed-out':
      return fallBack('timed-out', `There was no answer within ${timeoutMs} ms.`);
    case 'failed':
      return fallBack('failed', answer.message);
    case 'answered': {
      if (answer.status === 204) return { source: 'router', outcome: proposed };
      if (answer.status !== 200) return fallBack('refused', `The status is ${answer.status}, expected 200 or 204.`);
      const parsed = v.safeParse(RouterResponse, answer.body);
      if (!parsed.success) return fallBack('invalid', 'The answer has not the agreed form.', faultsOf(parsed.issues));
      const faults = outcomeFaults(parsed.output.outcome, known);
      if (faults.length > 0) return fallBack('unknown-reference', 'The answer names what is not there.', faults);
      return { source: 'router', outcome: mergeOutcomes(proposed, parsed.output.outcome) };
    }
    case 'returned': {
      const parsed = v.safeParse(RouteOutcome, answer.value);
      if (!parsed.success) return fallBack('invalid', 'The hook returned no outcome.', faultsOf(parsed.issues));
      const faults = outcomeFaults(parsed.output, known, '');
      if (faults.length > 0) return fallBack('unknown-reference', 'The hook names what is not there.', faults);
      return { source: 'hook', outcome: parsed.output };
    }
  }
}
