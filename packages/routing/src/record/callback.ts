import type { AgentId } from '@eyeline/protocol';

export const attemptOutcomes = ['reached', 'no-answer', 'line-busy', 'failed'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** One try to reach the customer. */
export interface Attempt {
  readonly at: number;
  readonly agentId: AgentId;
  readonly outcome: AttemptOutcome;
}

/** When a customer wants to be called. Instants are ms since the epoch; the zone is how to say them to people. */
export interface CallbackWindow {
  readonly from: number;
  readonly until: number;
  readonly timeZone: string;
}

export interface Callback {
  readonly window: CallbackWindow;
  readonly attempts: readonly Attempt[];
  /** When it is (or was last) due to be queued. */
  readonly dueAt: number;
}
