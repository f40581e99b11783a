import type { AgentView, AwayMark } from './agent-view.ts';
import type { Way } from './policy.ts';

// All of it but the map is JSON: claims are stored before their effects are carried out, and read after a restart.

/** What we are doing with an agent's voice. */
export type Claim =
  | { readonly phase: 'idle' }
  /** Asked to be away, not confirmed. Without a way: every way was tried, a poll is waited for. */
  | {
      readonly phase: 'taking';
      readonly claimId: string;
      readonly way?: Way;
      readonly triedWays: readonly Way[];
      readonly token: string;
      readonly deadlineAt: number;
    }
  /** Away, confirmed. Without `ours` the agent has changed it since. */
  | { readonly phase: 'taken'; readonly claimId: string; readonly ours?: AwayMark; readonly isInterrupted: boolean }
  /** The claim is over, the agent is away because of us, and shall be ready. */
  | {
      readonly phase: 'returning';
      readonly claimId?: string;
      readonly ours: AwayMark;
      readonly tries: number;
      readonly token?: string;
      readonly deadlineAt: number;
      /** The end of a call is waited for; until the deadline nobody looks. */
      readonly isWaiting?: true;
    };

/** Wishes whose effect is neither seen nor ruled out. */
export interface Owed {
  readonly count: number;
  /** How their effects would look. */
  readonly marks: readonly AwayMark[];
  /** None takes effect after this; they are forgotten when the agent is seen after it. */
  readonly until: number;
  /** When to look by a poll, should no notification tell. */
  readonly checkAt: number;
}

/** One agent of Finesse. */
export interface AgentBlending {
  readonly view: AgentView;
  readonly hasGadget: boolean;
  readonly claim: Claim;
  /** Wishes to be away that may still take effect. */
  readonly owed?: Owed;
  /** More than one wish to be ready was sent; one of them may still come. */
  readonly quietUntil?: number;
}

export const unknownAgent: AgentBlending = {
  view: { standing: 'unknown' },
  hasGadget: false,
  claim: { phase: 'idle' },
};
