import type { InteractionId } from '@eyeline/protocol';
import type { Lagging, PlacedFact, WebhookAttempt } from '../../store/webhooks/webhook-store.ts';
import type { Outcome } from './send.ts';

/** What is to be delivered of one interaction in one turn, in order. */
export interface Run {
  readonly interactionId: InteractionId;
  /** Null: it has no arrears. */
  readonly lag: Lagging | null;
  readonly facts: readonly PlacedFact[];
  /** There is no more of it now. */
  readonly isWhole: boolean;
}

/** What came of it. */
export interface RunResult {
  readonly run: Run;
  readonly attempts: readonly WebhookAttempt[];
  /** At most one was not taken: what comes after it waits. */
  readonly failed: { readonly seq: number; readonly outcome: Outcome } | null;
  /** From here on nothing was tried. */
  readonly untriedFrom: number | null;
  /** What stands in the log and cannot be read. */
  readonly unreadable: readonly number[];
}
